import { useScrollStop } from '../ui/use-scroll-stop.ts';
import styles from './prompt-address.module.css';

/** An address in full, to be read, selected or typed elsewhere. */
export function PromptAddress({ label, url }: { readonly label: string; readonly url: string }) {
  const scroll = useScrollStop<HTMLParagraphElement>();
  return (
    <p className={styles.address} ref={scroll}>
      <span className="visually-hidden">{label}: </span>
      <span className="mono">{url}</span>
    </p>
  );
}
