import type { ReactNode } from 'react';
import type { Inspection } from '../../electron/contract/inspection.ts';
import { ClaimsTable } from '../session/claims-table.tsx';
import { Fold } from '../ui/fold.tsx';
import { words } from '../words/words.ts';
import styles from './token-contents.module.css';

const text = words.inspector;

/** What stands in one token: what is odd about it, its claims, and its header behind a line. */
export function TokenContents({
  token,
  actions,
}: {
  readonly token: Inspection;
  /** What can be done with the claims, where there are any. */
  readonly actions: ReactNode;
}) {
  const { format, algorithm, header, claims, notes } = token;
  return (
    <div className={styles.contents}>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note}>{text.notes[note]}</li>
          ))}
        </ul>
      )}
      {claims.length > 0 ? (
        <ClaimsTable claims={claims} label={text.claims} />
      ) : (
        notes.length === 0 && <p className={styles.none}>{text.nothingToRead[format]}</p>
      )}
      {header.length > 0 && (
        <Fold
          label={text.header}
          remark={algorithm ?? undefined}
          startsOpen={claims.length === 0}
          mustOpen={false}
        >
          <ClaimsTable claims={header} label={text.header} />
        </Fold>
      )}
      {claims.length > 0 && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
