import { Failure } from '../failure.ts';

/** @see https://learn.microsoft.com/troubleshoot/windows-client/shell-experience/command-line-string-limitation */
const MAX_COMMAND = 8191;

/** Characters to which neither the prompt nor the C runtime gives a meaning. */
const plain = /[A-Za-z0-9_:./~-]/;

/**
 * Writes a command for the Windows command prompt. The prompt reads first: a caret before every sign leaves it nothing to see a meaning
 * in, the quotes among them. What is then left is parted into words by the C runtime, for which each word stands in quotes.
 *
 * A percent sign cannot be escaped at the prompt, where variables are put in before carets are read; but the caret behind it makes the
 * name between two of them one that no variable has. In a batch file it would have to be doubled instead: this is for the prompt.
 * A line break ends the command whatever is done, and is refused with `not-writable`, as is what is too long for the prompt.
 */
export function cmdQuote(words: readonly string[]): string {
  if (words.some((word) => /[\0\r\n]/.test(word)))
    throw new Failure('not-writable', { detail: 'line-break' });
  const line = words.map(quoted).join(' ');
  if (line.length > MAX_COMMAND) throw new Failure('not-writable', { detail: 'too-long' });
  return line;
}

function quoted(word: string): string {
  if (/^[A-Za-z0-9_:./~-]+$/.test(word)) return word;
  return careted(`"${forRuntime(word)}"`);
}

/** Backslashes count double before a quote, and are themselves elsewhere. @see Microsoft C runtime, "Parsing C command-line arguments" */
function forRuntime(word: string): string {
  return word.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&');
}

function careted(text: string): string {
  let isAfterPercent = false;
  return [...text]
    .map((char) => {
      const isPlain = plain.test(char) && !isAfterPercent;
      isAfterPercent = char === '%';
      return isPlain || char.length > 1 ? char : `^${char}`;
    })
    .join('');
}
