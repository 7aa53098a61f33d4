import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../electron/contract/ipc.ts';
import { ask } from '../bridge.ts';
import styles from './settings-screen.module.css';

/** Which Lanyard this is, for a report. */
export function AboutLanyard() {
  const [info, setInfo] = useState<RequestOutput<'app.info'> | null>(null);

  useEffect(() => {
    let isCurrent = true;
    ask('app.info').then(
      (known) => {
        if (isCurrent) setInfo(known);
      },
      () => setInfo(null),
    );
    return () => {
      isCurrent = false;
    };
  }, []);

  return (
    <section className={styles.group} aria-label="About">
      <h2 className={styles.heading}>About</h2>
      <dl className={styles.facts}>
        <dt>Lanyard</dt>
        <dd>{info?.version}</dd>
        <dt>Electron</dt>
        <dd>{info?.electron}</dd>
        <dt>System</dt>
        <dd>{info?.platform}</dd>
      </dl>
    </section>
  );
}
