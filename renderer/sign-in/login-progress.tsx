import type { AttemptView } from '../../electron/contract/session.ts';
import { ExchangeLine } from '../session/exchange-line.tsx';
import { exchangeWords } from '../session/exchange-words.ts';
import { useClock } from '../state/clock.ts';
import { formatSpan } from '../state/format-duration.ts';
import { useAttempt } from '../state/snapshot.ts';
import { Spinner } from '../ui/spinner.tsx';
import { words } from '../words/words.ts';
import styles from './login-progress.module.css';
import { shownRequests } from './shown-requests.ts';

const text = words.signIn;

interface LoginProgressProps {
  readonly attempt: { readonly id: string; readonly startedAt: number };
  /** The host that is asked. */
  readonly host: string;
}

/** The requests that a login has made so far, and what it waits for. */
export function LoginProgress({ attempt, host }: LoginProgressProps) {
  const view = useAttempt(attempt.id);
  const elapsed = useClock((now) => formatSpan(now - attempt.startedAt));
  const requests = shownRequests(view?.exchanges ?? []);
  const last = requests.at(-1)?.exchange;
  const waiting = waitingFor(view, host);

  return (
    <>
      <ol className={styles.requests} aria-label={text.signingIn}>
        {requests.map(({ exchange, times, since }) => (
          <ExchangeLine
            key={`${since} ${exchange.purpose} ${exchange.path}`}
            exchange={exchange}
            times={times}
          />
        ))}
        <li className={styles.now}>
          <Spinner />
          <span>{waiting}</span>
          <small>{elapsed}</small>
        </li>
      </ol>
      <span className="visually-hidden" role="status">
        {last && `${exchangeWords(last)}. `}
        {waiting}
      </span>
    </>
  );
}

function waitingFor(view: AttemptView | undefined, host: string): string {
  if (!view?.prompt) return text.waitingFor(host);
  return view.prompt.kind === 'browser' ? text.waitingForBrowser : text.waitingForDevice;
}
