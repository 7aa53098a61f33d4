import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../electron/contract/ipc.ts';
import { ask } from '../bridge.ts';
import { words } from '../words/words.ts';
import { Found } from './found.tsx';
import styles from './settings-screen.module.css';
import { SettingsSection } from './settings-section.tsx';

const text = words.settings.about;

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
    <SettingsSection heading={text.heading} keywords={text.keywords}>
      <Found words={text}>
        <dl className={styles.facts}>
          <dt>{text.lanyard}</dt>
          <dd>{info?.version}</dd>
          <dt>{text.electron}</dt>
          <dd>{info?.electron}</dd>
          <dt>{text.system}</dt>
          <dd>{info?.platform}</dd>
        </dl>
      </Found>
    </SettingsSection>
  );
}
