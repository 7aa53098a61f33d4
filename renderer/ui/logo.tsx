export function Logo({ className }: { readonly className?: string | undefined }) {
  return (
    <svg className={className} viewBox="2.9 0 10.2 16.8" aria-hidden="true">
      <path
        d="M3.9 1 8 6.6 12.1 1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M5.6 7.6h4.8a1.9 1.9 0 0 1 1.9 1.9v5.2a1.9 1.9 0 0 1-1.9 1.9H5.6a1.9 1.9 0 0 1-1.9-1.9V9.5a1.9 1.9 0 0 1 1.9-1.9Zm1.3 1.5a.6.6 0 0 0 0 1.2h2.2a.6.6 0 0 0 0-1.2z"
      />
    </svg>
  );
}
