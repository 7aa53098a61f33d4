import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useClock } from '../state/clock.ts';
import { formatCountdown } from '../state/format-duration.ts';
import { words as catalogue } from '../words/words.ts';
import styles from './prompt-frame.module.css';

interface PromptFrameProps {
  readonly title: string;
  readonly words: string;
  readonly endsAt: number;
  readonly children: ReactNode;
}

/** What the user has to do elsewhere, and how long that is waited for. The focus goes to the first thing that can be done about it. */
export function PromptFrame({ title, words, endsAt, children }: PromptFrameProps) {
  const id = useId();
  const left = useClock((now) => formatCountdown(endsAt - now));
  const root = useRef<HTMLFieldSetElement>(null);

  useEffect(() => root.current?.querySelector('button')?.focus(), []);

  return (
    <fieldset
      className={styles.prompt}
      ref={root}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
    >
      <div className={styles.head}>
        <strong className={styles.title} id={`${id}-title`}>
          {title}
        </strong>
        <span className={styles.left}>
          {catalogue.prompt.timeLeft(left, (weak) => (
            <small>{weak}</small>
          ))}
        </span>
        <p className={styles.words} id={`${id}-words`}>
          {words}
        </p>
      </div>
      {children}
      <span className="visually-hidden" role="status">
        {title}. {words}
      </span>
    </fieldset>
  );
}
