import styles from './prompt-address.module.css';

/** An address in full, to be read, selected or typed elsewhere. */
export function PromptAddress({ label, url }: { readonly label: string; readonly url: string }) {
  return (
    <p className={styles.address}>
      <span className="visually-hidden">{label}: </span>
      <span className="mono">{url}</span>
    </p>
  );
}
