import { useId } from 'react';
import { words } from '../words/words.ts';
import styles from './answer-body.module.css';
import { answerLines, maxAnswerLines } from './answer-lines.ts';
import { PickMenu } from './pick-menu.tsx';
import type { PickTarget } from './pick-targets.ts';

const said = words.kindAnswer;

interface AnswerBodyProps {
  readonly body: string;
  readonly isCut: boolean;
  readonly targets: readonly PickTarget[];
  /** What a place in it is used for already. */
  readonly usesOf: (source: string) => readonly string[];
  readonly onPick: (target: PickTarget, source: string) => void;
}

/** The body of an answer; in JSON, every value can be pressed to say what it is. */
export function AnswerBody({ body, isCut, targets, usesOf, onPick }: AnswerBodyProps) {
  const id = useId();
  const lines = answerLines(body);
  const shown = lines?.slice(0, maxAnswerLines) ?? [];

  return (
    <>
      {lines === null && <pre className={styles.text}>{body === '' ? said.noBody : body}</pre>}
      {shown.map(({ indent, name, text, path }, index) => {
        const key = `${id}-${index}`;
        const [, value = text, comma = ''] = /^(.*?)(,?)$/s.exec(text) ?? [];
        return (
          <p key={key} className={styles.line} data-indent={Math.min(indent, deepestIndent)}>
            {name !== null && <span className={styles.name}>{JSON.stringify(name)}: </span>}
            {path === null || targets.length === 0 ? (
              text
            ) : (
              <PickMenu
                source={path}
                text={value}
                after={comma}
                targets={targets}
                uses={usesOf(path)}
                onPick={onPick}
              />
            )}
          </p>
        );
      })}
      {(isCut || shown.length < (lines?.length ?? 0)) && <p className={styles.more}>{said.goesOn}</p>}
    </>
  );
}

/** Further in, nothing would be left of a narrow column. */
const deepestIndent = 6;
