import type { TriedCall, TriedExchange } from '../../electron/contract/try-out.ts';
import { formatElapsed } from '../state/format-duration.ts';
import { Fold } from '../ui/fold.tsx';
import { Tag } from '../ui/tag.tsx';
import { words } from '../words/words.ts';
import { AnswerBody } from './answer-body.tsx';
import type { KindForm } from './kind-form.ts';
import { PickMenu } from './pick-menu.tsx';
import { headerTargets, type PickTarget, pickTargets, usesOf } from './pick-targets.ts';
import styles from './tried-exchange-view.module.css';

const said = words.kindAnswer;

interface TriedExchangeViewProps {
  readonly exchange: TriedExchange;
  readonly call: TriedCall;
  /** The description as it stands. */
  readonly form: KindForm;
  readonly isSent: boolean;
  /** Uses a place in the answer, such as `data.token` or `header:X-Token`. */
  readonly onPick: (target: PickTarget, source: string) => void;
}

/** One request as it is sent, and the answer to it. Secrets come masked. */
export function TriedExchangeView({ exchange, call, form, isSent, onPick }: TriedExchangeViewProps) {
  const { method, url, headers, body, answer } = exchange;
  const isSuccess = answer !== null && answer.status >= 200 && answer.status < 300;
  const targets = headerTargets(call, isSuccess);
  const bodyTargets = pickTargets(call, isSuccess);

  return (
    <div className={styles.exchange}>
      <figure className={styles.block} aria-label={said.request}>
        <p className={styles.line}>
          <strong>{method}</strong> {url}
        </p>
        {headers.map(({ name, value }) => (
          <p key={`${name} ${value}`} className={styles.line}>
            <span className={styles.name}>{name}:</span> {value}
          </p>
        ))}
        {body !== null && <pre className={styles.body}>{body}</pre>}
      </figure>
      {answer !== null && (
        <figure className={styles.block} aria-label={said.answer}>
          <p className={styles.status}>
            <Tag tone={isSuccess ? 'ok' : 'danger'}>{answer.status}</Tag>
            <small>{formatElapsed(answer.elapsedMs)}</small>
          </p>
          <Fold
            label={said.headers}
            remark={String(answer.headers.length)}
            startsOpen={false}
            mustOpen={false}
          >
            {answer.headers.map(({ name, value }) => (
              <p key={`${name} ${value}`} className={styles.line}>
                <span className={styles.name}>{name}:</span>{' '}
                {targets.length === 0 ? (
                  value
                ) : (
                  <PickMenu
                    source={`header:${name}`}
                    text={value}
                    targets={targets}
                    uses={usesOf(form, targets, `header:${name}`)}
                    onPick={onPick}
                  />
                )}
              </p>
            ))}
          </Fold>
          <AnswerBody
            body={answer.body}
            isCut={answer.cut}
            targets={bodyTargets}
            usesOf={(source) => usesOf(form, bodyTargets, source)}
            onPick={onPick}
          />
        </figure>
      )}
      {answer === null && isSent && <p className={styles.none}>{said.noAnswer}</p>}
    </div>
  );
}
