import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cmdQuote } from '../../../electron/copy/cmd-quote.ts';
import { curlForCmd, curlForPowershell } from '../../../electron/copy/curl.ts';
import { powershellCommand } from '../../../electron/copy/powershell-quote.ts';
import { cmdWords } from '../../../electron/explain/cmd-words.ts';

/** A word weighted towards what the prompts of Windows and its programs give a meaning to. */
const anyWord = fc.oneof(
  fc.string({ unit: fc.constantFrom(...`'"\\%^&|<>()!@ a$\`;,=é‘’`), minLength: 1 }),
  fc.constantFrom('%PATH%', '%PATH:~0,3%', 'a\\', '\\\\"', '-o', '"', "''", '%%', '!PATH!', 'a b\\"c'),
);

/** What the prompt does first of all: a variable that exists is put in, wherever it stands. No name holds a caret. */
function withVariables(line: string): string {
  return line.replace(/%([^%^]+)%/g, 'PUT IN');
}

/** Reads single-quoted and plain words as PowerShell does, with the typographic quotes that it takes for the same. */
function powershellWords(line: string): readonly string[] {
  const quote = /['\u2018-\u201b]/;
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    let word = '';
    if (quote.test(line.charAt(at))) {
      for (at += 1; ; at += 1) {
        if (at >= line.length) throw new Error('a quote is left open');
        if (!quote.test(line.charAt(at))) word += line.charAt(at);
        else if (quote.test(line.charAt(at + 1))) {
          word += line.charAt(at);
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      for (; at < line.length && line.charAt(at) !== ' '; at += 1) {
        if (!/[\w:/.-]/.test(line.charAt(at))) throw new Error(`${line.charAt(at)} stands outside of quotes`);
        word += line.charAt(at);
      }
    }
    if (at < line.length && line.charAt(at) !== ' ') throw new Error('two words stand together');
    words.push(word);
    at += 1;
  }
  return words;
}

/** How PowerShell up to 7.2, and any with `Legacy`, makes the one line that a program of Windows is given. */
function legacyLine(words: readonly string[]): string {
  return words.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ');
}

/** How a newer one makes it, where nothing tells it otherwise: it escapes by itself. */
function newerLine(words: readonly string[]): string {
  return words.map((word) => `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`).join(' ');
}

/** @see CommandLineToArgvW */
function argumentsOf(line: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let [isQuoted, isBegun] = [false, false];
  for (let at = 0; at <= line.length; at += 1) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    const next = line.charAt(at + slashes);
    if (slashes > 0) {
      word += '\\'.repeat(next === '"' ? Math.floor(slashes / 2) : slashes);
      isBegun = true;
      at += slashes - 1;
      if (next === '"' && slashes % 2 === 1) {
        word += '"';
        at += 1;
      }
    } else if (next === '"') {
      isQuoted = !isQuoted;
      isBegun = true;
    } else if (next === '' || (/\s/.test(next) && !isQuoted)) {
      if (isBegun) words.push(word);
      word = '';
      isBegun = false;
    } else {
      word += next;
      isBegun = true;
    }
  }
  return words;
}

describe('quoting for the Windows command prompt', () => {
  it('gives every word back unchanged, and puts no variable in', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 4 }), (words) => {
        const line = cmdQuote(['curl', ...words]);
        expect(withVariables(line)).toBe(line);
        expect(cmdWords(line)).toEqual(['curl', ...words]);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves nothing to the prompt that is not behind a caret', () => {
    fc.assert(
      fc.property(anyWord, (word) => {
        expect(cmdQuote(['curl', word]).replace(/\^./gu, '')).toMatch(/^[\w :./~é‘’-]*$/);
      }),
    );
  });

  it.each([
    ['a line break', ['a\nb']],
    ['more than the prompt takes', ['x'.repeat(9000)]],
  ])('refuses %s', (_what, words) => {
    expect(() => cmdQuote(words)).toThrow(expect.objectContaining({ code: 'not-writable' }));
  });
});

describe('quoting for PowerShell', () => {
  it('gives every word back unchanged, in the old ones and the new', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 4 }), (words) => {
        fc.pre(!words.some((word) => /\s/.test(word) && word.endsWith('\\')));
        const text = powershellCommand('curl.exe', words);
        const block = /^& \{ \$PSNativeCommandArgumentPassing = 'Legacy'; (.*) \}$/s.exec(text);
        const read = powershellWords(block?.[1] ?? text);
        expect(argumentsOf(legacyLine(read))).toEqual(['curl.exe', ...words]);
        // Without a quote in any word there is nothing that the two write differently.
        if (!block) expect(argumentsOf(newerLine(read))).toEqual(['curl.exe', ...words]);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a word that the older ones would run together with the next', () => {
    expect(() => powershellCommand('curl.exe', ['a b\\'])).toThrow(
      expect.objectContaining({ code: 'not-writable' }),
    );
  });

  it('takes a text of several lines', () => {
    expect(powershellCommand('curl.exe', ['a\nb'])).toBe("curl.exe 'a\nb'");
  });
});

describe('curl for Windows', () => {
  const request = { method: 'GET', url: 'https://api.example/who?limit=3&x=%27' };

  it('says that a bound token is no plain bearer, in words that are no command', () => {
    const authorized = { request, token: 't', scheme: 'DPoP' } as const;
    expect(curlForCmd(authorized)).toMatch(/^rem This token [\w ,.:]+\ncurl -H \^"Authorization/);
    expect(curlForPowershell(authorized)).toMatch(/^# This token [\w ,.:]+\ncurl\.exe -H 'Authorization/);
  });
});
