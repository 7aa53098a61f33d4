import { useState } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { useClock } from '../state/clock.ts';
import { formatLongSpan } from '../state/format-duration.ts';
import { formatExactMoment } from '../state/format-time.ts';
import { isAlive } from '../state/session-words.ts';
import { IdentityShield } from '../ui/identity-shield.tsx';
import { words } from '../words/words.ts';
import styles from './proof-line.module.css';

const said = words.session;

/** Who the server says this is and when it said so; below it, how long the sign-in itself lasts. */
export function ProofLine({ session }: { readonly session: SessionView }) {
  const { identity, profileId, refreshToken } = session;
  const [asking, setAsking] = useState(false);
  const alive = useClock((now) => isAlive(session, now));
  const asked = useClock((now) => (identity === null ? '' : formatExactMoment(identity.askedAt, now)));
  const signInLeft = useClock((now) =>
    refreshToken?.expiresAt == null ? '' : formatLongSpan(refreshToken.expiresAt - now),
  );

  // The server itself says nothing of it.
  const isDocumented = refreshToken?.source === 'documented' && signInLeft !== '';

  function askAgain(): void {
    setAsking(true);
    attempt(() => ask('session.askIdentity', { profileId }).finally(() => setAsking(false)));
  }

  return (
    <div className={styles.proof} data-current={identity?.current || undefined}>
      <IdentityShield proved={identity?.current === true} className={styles.shield} />
      <p>
        {identity === null ? (
          <span>{said.notSaid}</span>
        ) : (
          words.proof.whoAt(<strong>{whose(session)(<bdi>{identity.who}</bdi>)}</strong>, asked)
        )}{' '}
        {alive && (
          <button type="button" className={styles.link} disabled={asking} onClick={askAgain}>
            {asking ? said.asking : identity === null ? said.askNow : said.askAgain}
          </button>
        )}
      </p>
      {refreshToken !== null && session.state !== 'needs-sign-in' && (
        <p>
          {words.proof[isDocumented ? 'leftAbout' : 'left'](
            <strong>{signInLeft === '' ? words.proof.notKnown : signInLeft}</strong>,
          )}
        </p>
      )}
    </div>
  );
}

function whose({ identity, problem }: SessionView): typeof words.proof.said {
  if (identity?.current) return words.proof.says;
  return problem?.code === 'server-changed' ? words.proof.saidBefore : words.proof.said;
}
