import type { ReactNode } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import { type ProblemContext, problemText, serverWords } from '../state/problem-text.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './problem-notice.module.css';

/** True where a problem only asks for what was not asked for before. */
export function isQuestion({ code }: Problem, { codeSent }: ProblemContext): boolean {
  return code === 'one-time-password-needed' && !codeSent;
}

interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly context?: ProblemContext;
  /** A button that leads to where it can be mended. */
  readonly action?: ReactNode;
}

/** A problem in words, with the server's own words and its HTTP status. */
export function ProblemNotice({ problem, context = {}, action }: ProblemNoticeProps) {
  const { title, advice } = problemText(problem, context);
  const quoted = serverWords(problem, context);

  return (
    <Notice
      tone={isQuestion(problem, context) ? 'info' : 'danger'}
      title={title}
      tag={problem.status === undefined ? undefined : String(problem.status)}
      isAlert
    >
      {quoted && <p>{quoted}</p>}
      <p>{advice}</p>
      {action && <div className={styles.action}>{action}</div>}
    </Notice>
  );
}
