import { Unusable } from './unusable.ts';
import { variable } from './variable.ts';

/** What ends a command where it stands outside of quotes. */
const commandEnd = /[\n\r|;&<>()]/;

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** A character by its number, within `$'…'`. */
const numbered = /^\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8}))/;

/** Parts the first command of a text into words as bash does; variables stay marked, and nothing is ever run. Throws {@link Unusable}. */
export function bashWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const add = (part: string): void => {
    word = (word ?? '') + part;
  };
  const finish = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };

  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\\') {
      const lineEnd = /^\\\r?\n/.exec(text.slice(at, at + 3))?.[0];
      if (lineEnd === undefined) add(text.charAt(at + 1));
      at += lineEnd?.length ?? 2;
    } else if (char === "'") {
      const close = closing(text, "'", at + 1);
      add(text.slice(at + 1, close));
      at = close + 1;
    } else if (char === '"') {
      const quoted = doubleQuoted(text, at + 1);
      add(quoted.value);
      at = quoted.next;
    } else if (char === '$' || char === '`') {
      const read = expansion(text, at);
      add(read.value);
      at = read.next;
    } else if (char === ' ' || char === '\t') {
      finish();
      at += 1;
    } else if (commandEnd.test(char) || (char === '#' && word === undefined)) {
      break;
    } else {
      add(char);
      at += 1;
    }
  }
  finish();
  return words;
}

interface Read {
  readonly value: string;
  readonly next: number;
}

function doubleQuoted(text: string, from: number): Read {
  let value = '';
  let at = from;
  while (at < text.length && text.charAt(at) !== '"') {
    const char = text.charAt(at);
    if (char === '\\') {
      const escaped = text.charAt(at + 1);
      // A backslash stays before whatever needs none. @see POSIX.1-2024, Shell Command Language §2.2.3
      if (escaped !== '\n') value += /[$`"\\]/.test(escaped) ? escaped : `\\${escaped}`;
      at += 2;
    } else if ((char === '$' && !/['"]/.test(text.charAt(at + 1))) || char === '`') {
      const read = expansion(text, at);
      value += read.value;
      at = read.next;
    } else {
      value += char;
      at += 1;
    }
  }
  if (at >= text.length) throw new Unusable('curl-incomplete');
  return { value, next: at + 1 };
}

function expansion(text: string, at: number): Read {
  const next = text.charAt(at + 1);
  if (text.charAt(at) === '`') {
    const close = closing(text, '`', at + 1);
    return { value: variable('`…`'), next: close + 1 };
  }
  if (next === "'") return ansiQuoted(text, at + 2);
  if (next === '"') return doubleQuoted(text, at + 2);
  if (next === '(') return { value: variable('$(…)'), next: afterParenthesis(text, at + 2) };
  if (next === '{') {
    const close = closing(text, '}', at + 2);
    return { value: variable(text.slice(at + 2, close)), next: close + 1 };
  }
  const [name] = /^[A-Za-z_]\w*|^[0-9@*#?$!-]/.exec(text.slice(at + 1, at + 200)) ?? [];
  return name === undefined
    ? { value: '$', next: at + 1 }
    : { value: variable(name), next: at + 1 + name.length };
}

/** @see Bash Reference Manual §3.1.2.4, ANSI-C Quoting */
function ansiQuoted(text: string, from: number): Read {
  let value = '';
  let at = from;
  while (at < text.length && text.charAt(at) !== "'") {
    if (text.charAt(at) !== '\\') {
      value += text.charAt(at);
      at += 1;
      continue;
    }
    const [code, octal, ...hex] = numbered.exec(text.slice(at, at + 10)) ?? [];
    if (code !== undefined) {
      const digits = hex.find((one) => one !== undefined);
      const point =
        digits === undefined ? Number.parseInt(octal ?? '', 8) & 0xff : Number.parseInt(digits, 16);
      value += point <= 0x10ffff ? String.fromCodePoint(point) : '';
      at += code.length;
    } else {
      const escaped = text.charAt(at + 1);
      value += escapes[escaped] ?? (/['"\\?]/.test(escaped) ? escaped : `\\${escaped}`);
      at += 2;
    }
  }
  if (at >= text.length) throw new Unusable('curl-incomplete');
  return { value, next: at + 1 };
}

function closing(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at === -1) throw new Unusable('curl-incomplete');
  return at;
}

function afterParenthesis(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text.charAt(at) === '(') depth += 1;
    if (text.charAt(at) === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new Unusable('curl-incomplete');
}
