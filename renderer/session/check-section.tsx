import { useState } from 'react';
import type { KindView } from '../../electron/contract/server.ts';
import type { Check, SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { clockNow, useClock } from '../state/clock.ts';
import { formatExactMoment } from '../state/format-time.ts';
import { isAlive } from '../state/session-words.ts';
import { Button } from '../ui/button.tsx';
import { StateChip } from '../ui/state-chip.tsx';
import type { GlyphState } from '../ui/state-glyph.tsx';
import { words } from '../words/words.ts';
import styles from './check-section.module.css';
import { Section } from './section.tsx';

const said = words.session;

const states: Readonly<Record<Check['verdict'], GlyphState>> = {
  alive: 'fresh',
  expired: 'needs-sign-in',
  'unknown-token': 'needs-sign-in',
  inactive: 'needs-sign-in',
};

/** A second opinion on the token's life: what the server answers when it is asked, with the time it was asked at. */
export function CheckSection({
  session,
  kind,
  check,
}: {
  readonly session: SessionView;
  readonly kind: KindView;
  readonly check: Check | null;
}) {
  const [asking, setAsking] = useState(false);

  function askExpiry(): void {
    setAsking(true);
    attempt(() => ask('session.askExpiry', { profileId: session.profileId }).finally(() => setAsking(false)));
  }

  return (
    <Section title={said.askServer}>
      <div className={styles.check}>
        <div className={styles.answer}>
          {check === null ? <p>{said.notAsked}</p> : <Verdict session={session} check={check} />}
        </div>
        <Button onClick={askExpiry} disabled={asking || session.access === null}>
          {asking ? said.asking : said.askServer}
        </Button>
      </div>
      {kind.notes.check !== undefined && <p className={styles.note}>{kind.notes.check}</p>}
    </Section>
  );
}

function Verdict({ session, check }: { readonly session: SessionView; readonly check: Check }) {
  const isOver = useClock((now) => check.verdict === 'alive' && !isAlive(session, now));
  const verdict = said.verdicts[isOver ? 'over' : check.verdict];
  const asked = useClock((now) => formatExactMoment(check.askedAt, now));
  return (
    <>
      <StateChip state={isOver ? 'signed-out' : states[check.verdict]} className={styles.verdict}>
        {check.expiresAt === null
          ? verdict
          : said.until(verdict, formatExactMoment(check.expiresAt, clockNow()))}
      </StateChip>
      <p>{said.askedAt(asked)}</p>
    </>
  );
}
