import { memo } from 'react';
import { stripHours } from '../../electron/contract/default-settings.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Segments } from '../ui/segments.tsx';
import { words } from '../words/words.ts';
import { StripLegend } from './strip-legend.tsx';
import styles from './time-strip.module.css';

const said = words.strip;

/** What the strip is called, what its marks are, and how far it reaches. It stands still while the line moves. */
export const StripHead = memo(function StripHead() {
  const hours = useSnapshot(({ settings }) => settings.stripHours);
  return (
    <div className={styles.head}>
      <h2>{said.heading[hours]}</h2>
      <StripLegend />
      <Segments
        label={said.span}
        segments={stripHours.map((value) => ({
          value,
          text: said.spans[value],
          name: said.spanNames[value],
        }))}
        value={hours}
        onChange={(next) => attempt(() => ask('settings.update', { stripHours: next }))}
      />
    </div>
  );
});
