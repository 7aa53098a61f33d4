import { useEffect, useMemo, useRef, useState } from 'react';
import type { SentAnswer } from '../../../electron/contract/sent-request.ts';
import { ask } from '../../bridge.ts';
import { attempt } from '../../state/attempt.ts';
import { formatElapsed } from '../../state/format-duration.ts';
import { formatSize } from '../../state/format-size.ts';
import { Button } from '../../ui/button.tsx';
import { Fold } from '../../ui/fold.tsx';
import { Tag } from '../../ui/tag.tsx';
import { words } from '../../words/words.ts';
import { statusTone } from '../status-tone.ts';
import { LongText } from './long-text.tsx';
import { prettyJson } from './pretty-json.ts';
import styles from './try-it.module.css';

/** What came back: status, time, size, headers and body. */
export function AnswerView({ answer, sendId }: { readonly answer: SentAnswer; readonly sendId: string }) {
  const { status, elapsedMs, sizeBytes, headers, form, body, isCut, isRefreshed } = answer;
  const [isRaw, setRaw] = useState(false);
  const isLaidOut = form === 'json' && !isRaw;
  const text = useMemo(() => (isLaidOut ? prettyJson(body) : body), [isLaidOut, body]);
  const type = headers.find(({ name }) => name === 'content-type')?.value ?? words.tryIt.unknownType;
  const root = useRef<HTMLElement>(null);
  // It opens below the fields, where the pane often ends.
  useEffect(() => {
    if (sendId !== '') root.current?.scrollIntoView({ block: 'nearest' });
  }, [sendId]);
  const isText = form === 'json' || form === 'text';
  const copy = (what: 'body' | 'whole') => attempt(() => ask('request.copyAnswer', { sendId, what }));

  return (
    <figure ref={root} className={styles.answer} aria-label={words.tryIt.answer}>
      <p className={styles.facts} role="status">
        <Tag tone={statusTone(status)}>{status}</Tag>
        <span>{formatElapsed(elapsedMs)}</span>
        <span>{formatSize(sizeBytes)}</span>
        {isRefreshed && <span>{words.tryIt.refreshedFirst}</span>}
      </p>
      {status >= 300 && status < 400 && <p className={styles.note}>{words.tryIt.redirected}</p>}
      <Fold
        label={words.tryIt.answerHeaders}
        remark={String(headers.length)}
        startsOpen={false}
        mustOpen={false}
      >
        <div className={styles.lines}>
          {headers.map(({ name, value }) => (
            <p key={name}>
              <span>{name}:</span> {value}
            </p>
          ))}
        </div>
      </Fold>
      {form === 'none' && <p className={styles.note}>{words.tryIt.noBody}</p>}
      {form === 'binary' && <p className={styles.note}>{words.tryIt.binary(formatSize(sizeBytes), type)}</p>}
      {isText && <LongText label={words.tryIt.bodyLabel} text={text} />}
      {isCut && <p className={styles.note}>{words.tryIt.cut}</p>}
      <div className={styles.buttons}>
        {form === 'json' && (
          <Button aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
            {words.tryIt.raw}
          </Button>
        )}
        {isText && <Button onClick={() => copy('body')}>{words.tryIt.copyBody}</Button>}
        <Button onClick={() => copy('whole')}>{words.tryIt.copyWhole}</Button>
      </div>
    </figure>
  );
}
