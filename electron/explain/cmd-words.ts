import { Unusable } from './unusable.ts';
import { variable } from './variable.ts';

/** True for what was written for the Windows command prompt, as far as its look tells. */
export function looksLikeCmd(text: string): boolean {
  return /\^[ \t]*\r?$/m.test(text) || /\^["{}]/.test(text) || /[{:,[]""[^"]/.test(text);
}

/**
 * Parts a command into words as the Windows command prompt and then the C runtime do: first carets and `%variables%`, then quotes and
 * backslashes.
 */
export function cmdWords(text: string): readonly string[] {
  return argumentsOf(withoutCarets(text.replace(/\r\n/g, '\n')));
}

function withoutCarets(text: string): string {
  let read = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '^' && !isQuoted) {
      at += 1;
      // A line that goes on takes the first character of the next as it is, which is how browsers write a line end of the text itself.
      if (text.charAt(at) === '\n') at += 1;
      read += text.charAt(at);
      continue;
    }
    if (char === '\n' || (!isQuoted && /[|&<>]/.test(char))) break;
    const [whole, name] = char === '%' ? (/^%([A-Za-z_]\w*)%/.exec(text.slice(at, at + 200)) ?? []) : [];
    if (whole !== undefined && name !== undefined) {
      read += variable(name);
      at += whole.length - 1;
      continue;
    }
    if (char === '"') isQuoted = !isQuoted;
    read += char;
  }
  return read;
}

/** @see Microsoft C runtime, "Parsing C command-line arguments" */
function argumentsOf(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (char === '\\') {
      let end = at;
      while (line.charAt(end) === '\\') end += 1;
      const count = end - at;
      const isBeforeQuote = line.charAt(end) === '"';
      word = (word ?? '') + '\\'.repeat(isBeforeQuote ? Math.floor(count / 2) : count);
      at = end - 1;
      if (isBeforeQuote && count % 2 === 1) {
        word += '"';
        at = end;
      }
    } else if (char === '"') {
      word ??= '';
      if (isQuoted && line.charAt(at + 1) === '"') {
        word += '"';
        at += 1;
      } else {
        isQuoted = !isQuoted;
      }
    } else if (!isQuoted && /\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + char;
    }
  }
  if (isQuoted) throw new Unusable('curl-incomplete');
  if (word !== undefined) words.push(word);
  return words;
}
