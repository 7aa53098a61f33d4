import { Children, cloneElement, Fragment, isValidElement, type ReactNode } from 'react';
import type { Words } from '../../../renderer/words/language.ts';
import { pseudoText } from './pseudo-text.ts';

/** A catalogue in which every sentence is a pseudo one, and every function makes some. */
export function pseudoWords(words: Words): Words {
  return pseudo(words, []) as Words;
}

function pseudo(entry: unknown, data: readonly string[]): unknown {
  if (typeof entry === 'string') return pseudoText(entry, data);
  if (typeof entry === 'function') return pseudoFunction(entry as (...said: readonly unknown[]) => unknown);
  if (Array.isArray(entry)) return entry.map((each) => pseudo(each, data));
  if (isValidElement(entry)) return pseudoElement(entry);
  if (typeof entry !== 'object' || entry === null) return entry;
  return Object.fromEntries(Object.entries(entry).map(([key, each]) => [key, pseudo(each, data)]));
}

function pseudoFunction(
  say: (...said: readonly unknown[]) => unknown,
): (...said: readonly unknown[]) => unknown {
  return (...said) => {
    // What a sentence sets apart by a function of its caller's is a part of the sentence.
    const parts = said.map((each) =>
      typeof each === 'function'
        ? (part: unknown) => each(typeof part === 'string' ? pseudoText(part) : part)
        : each,
    );
    return pseudo(say(...parts), said.flatMap(textsIn));
  };
}

/** A sentence with elements in it: only what stands between them is its own. */
function pseudoElement(element: ReactNode): ReactNode {
  if (!isValidElement<{ readonly children?: ReactNode }>(element) || element.type !== Fragment)
    return element;
  const children = Children.map(element.props.children, (child) =>
    typeof child === 'string' ? pseudoText(child) : pseudoElement(child),
  );
  return cloneElement(element, {}, ...(children ?? []));
}

/** Every text in a value, however deep. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || isValidElement(value)) return [];
  return Object.values(value).flatMap(textsIn);
}
