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
import styles from './check-section.module.css';
import { Section } from './section.tsx';

const verdicts: Readonly<Record<Check['verdict'], { readonly words: string; readonly state: GlyphState }>> = {
  alive: { words: 'Alive, says the server', state: 'fresh' },
  expired: { words: 'Expired, says the server', state: 'needs-sign-in' },
  'unknown-token': { words: 'The server does not know this token', state: 'needs-sign-in' },
  inactive: { words: 'Not active, says the server', state: 'needs-sign-in' },
};

/** A token that has died since is not called alive any more. */
const aliveThen = { words: 'Was alive, said the server', state: 'signed-out' } as const;

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
    <Section title="Ask the server">
      <div className={styles.check}>
        <div>
          {check === null ? (
            <p>Not asked yet whether this token is alive.</p>
          ) : (
            <Verdict session={session} check={check} />
          )}
        </div>
        <Button onClick={askExpiry} disabled={asking || session.access === null}>
          {asking ? 'Asking…' : 'Ask the server'}
        </Button>
      </div>
      {kind.notes.check !== undefined && <p className={styles.note}>{kind.notes.check}</p>}
    </Section>
  );
}

function Verdict({ session, check }: { readonly session: SessionView; readonly check: Check }) {
  const isOver = useClock((now) => check.verdict === 'alive' && !isAlive(session, now));
  const { words, state } = isOver ? aliveThen : verdicts[check.verdict];
  const asked = useClock((now) => formatExactMoment(check.askedAt, now));
  const until = check.expiresAt === null ? '' : `, until ${formatExactMoment(check.expiresAt, clockNow())}`;
  return (
    <>
      <StateChip state={state}>
        {words}
        {until}
      </StateChip>
      <p>Asked at {asked}.</p>
    </>
  );
}
