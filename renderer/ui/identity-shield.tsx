import styles from './identity-shield.module.css';

const outline = 'm8 1.9 4.75 1.75v3.9c0 3-2 5.2-4.75 6.55-2.75-1.35-4.75-3.55-4.75-6.55v-3.9z';

/** Whole and ticked for what is proved, dashed for what is only remembered. Words always stand beside it. */
export function IdentityShield({
  proved,
  className,
}: {
  readonly proved: boolean;
  readonly className?: string | undefined;
}) {
  return (
    <svg
      className={className === undefined ? styles.shield : `${styles.shield} ${className}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {proved ? (
        <>
          <path d={outline} />
          <path d="m5.85 7.9 1.6 1.6 2.8-3.1" />
        </>
      ) : (
        <path d={outline} strokeDasharray="2 2.2" />
      )}
    </svg>
  );
}
