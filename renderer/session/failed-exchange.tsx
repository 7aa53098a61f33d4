import type { Exchange } from '../../electron/contract/session.ts';
import { problemText, serverWords } from '../state/problem-text.ts';
import { ExchangeLine } from './exchange-line.tsx';
import styles from './failed-exchange.module.css';

/** A call that failed; opened, it says what went wrong and what to do. */
export function FailedExchange({ exchange }: { readonly exchange: Exchange }) {
  const { problem, method, path } = exchange;
  if (problem === null) return <ExchangeLine exchange={exchange} />;
  const { title, advice } = problemText(problem);
  return (
    <li>
      <details>
        <summary className={styles.summary}>
          <ul>
            <ExchangeLine exchange={exchange} />
          </ul>
        </summary>
        <div className={styles.more}>
          <strong>{title}</strong>
          {problem.serverSays !== undefined && <p>{serverWords(problem)}</p>}
          <p>{advice}</p>
          <p className="mono">
            {method} {path}
          </p>
        </div>
      </details>
    </li>
  );
}
