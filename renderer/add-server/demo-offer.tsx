import { useSnapshot } from '../state/snapshot.ts';
import { DemoButton } from '../wall/demo-button.tsx';
import { words } from '../words/words.ts';
import styles from './demo-offer.module.css';

/** Offers the demo servers to whoever has none yet and has typed nothing. */
export function DemoOffer({ isDirty }: { readonly isDirty: boolean }) {
  const hasServers = useSnapshot(({ servers }) => servers.length > 0);
  if (hasServers || isDirty) return null;
  return (
    <section className={styles.offer} aria-label={words.demo.start}>
      <p>{words.demo.offer}</p>
      <DemoButton />
    </section>
  );
}
