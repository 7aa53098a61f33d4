import { useEffect, useRef } from 'react';
import type { TriedCall } from '../../electron/contract/try-out.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { words } from '../words/words.ts';
import { FilledList } from './filled-list.tsx';
import type { KindForm } from './kind-form.ts';
import { TriedExchangeView } from './tried-exchange-view.tsx';
import styles from './try-out-step.module.css';
import type { KindEditorState } from './use-kind-editor.ts';
import type { Run, TryOut } from './use-try-out.ts';

const said = words.kindAnswer;

interface TryOutStepProps {
  readonly call: TriedCall;
  readonly editor: KindEditorState;
  readonly tryOut: TryOut;
}

/** One call of a dry run: its request, and what came back. */
export function TryOutStep({ call, editor, tryOut }: TryOutStepProps) {
  const { runs, holds, isBusy } = tryOut;
  const run = runs[call];
  const isElsewhere = 'flow' in (editor.form.logins[editor.loginIndex] ?? {});
  const place = useRef<HTMLLIElement>(null);
  const lacks = isElsewhere ? said.notInDryRun : lacking(call, holds);

  // In a small window the answer would come below what is seen.
  useEffect(() => {
    if (run !== undefined) place.current?.scrollIntoView({ block: 'nearest' });
  }, [run]);

  return (
    <li className={styles.step} aria-label={said.steps[call]} ref={place}>
      <div className={styles.head}>
        <h3 className={styles.title}>{said.steps[call]}</h3>
        {lacks !== null && <span className={styles.lacks}>{lacks}</span>}
        <Button
          look="ghost"
          aria-label={said.showRequestOf(said.steps[call])}
          disabled={isBusy || (isElsewhere && call === 'login')}
          onClick={() => void tryOut.run(call, false)}
        >
          {said.showRequest}
        </Button>
        <Button
          aria-label={said.sendStep(said.steps[call])}
          disabled={isBusy || lacks !== null}
          onClick={() => void tryOut.run(call, true)}
        >
          {said.send}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {run && statusOf(run)}
      </p>
      <div className={styles.result}>{run && <Result run={run} call={call} editor={editor} />}</div>
    </li>
  );
}

function Result({ run, call, editor }: { readonly run: Run } & Pick<TryOutStepProps, 'call' | 'editor'>) {
  switch (run.phase) {
    case 'asking':
      return (
        <p className={styles.asking}>
          <Spinner /> {run.isSent ? said.waiting : said.preparing}
        </p>
      );
    case 'unready':
      return (
        <Notice tone="caution" title={said.cannotTry}>
          <p>{said.markedInForm}</p>
        </Notice>
      );
    case 'missing':
      return (
        <Notice tone="caution" title={said.cannotSend}>
          <p>{said.markedAbove}</p>
        </Notice>
      );
    case 'failed':
      return <ProblemNotice problem={run.problem} />;
    case 'done': {
      const { exchanges, filled, problem } = run.tried;
      return (
        <>
          {run.form !== editor.form && <p className={styles.stale}>{said.changedSince}</p>}
          {problem && <ProblemNotice problem={problem} />}
          {problem?.code === 'reply-without-token' && (
            <p className={styles.advice}>{said.nothingStandsAt(<code>{tokenPlace(call, run.form)}</code>)}</p>
          )}
          {problem &&
            call === 'refresh' &&
            problem.code !== 'reply-without-token' &&
            exchanges.at(-1)?.answer && <p className={styles.advice}>{said.oneTry}</p>}
          {filled && <FilledList filled={filled} />}
          {exchanges.map((exchange) => (
            <TriedExchangeView
              key={JSON.stringify(exchange)}
              exchange={exchange}
              call={call}
              form={editor.form}
              isSent={run.isSent}
              onPick={(target, source) => editor.change(target.apply(editor.form, source))}
            />
          ))}
        </>
      );
    }
  }
}

/** Where the form looks for the token in the answer to a login or a refresh. */
function tokenPlace(call: TriedCall, { grant, refresh }: KindForm): string {
  return (call === 'refresh' && refresh?.grant?.accessToken) || grant.accessToken;
}

/** What came of a step, in as many words as one likes to hear. */
function statusOf(run: Run): string {
  if (run.phase === 'asking') return run.isSent ? said.waiting : '';
  if (run.phase !== 'done') return '';
  const status = run.tried.exchanges.at(-1)?.answer?.status;
  if (!run.isSent) return said.requestShown;
  return status === undefined ? said.noAnswer : said.answeredWith(status);
}

/** What the step before has to win first. */
function lacking(call: TriedCall, holds: TryOut['holds']): string | null {
  if (call === 'login') return null;
  if (!holds.accessToken && !holds.refreshToken) return said.signInFirst;
  return call === 'refresh' && !holds.refreshToken ? said.noRefreshToken : null;
}
