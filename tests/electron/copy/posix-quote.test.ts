import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenVariable } from '../../../electron/contract/token-variable.ts';
import { curlFromEnvironment, curlWithToken } from '../../../electron/copy/curl.ts';
import { posixQuote } from '../../../electron/copy/posix-quote.ts';

/** A word as a server or user may send it: weighted towards what shells, curl and terminals give a meaning to. */
const anyWord = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...`'"\\$\`\n !();&|*~-@#a`) }),
    fc.constantFrom(
      '-o/etc/x',
      '@file',
      '$(touch x)',
      '`id`',
      "'; rm -rf ~ #",
      '~root',
      '!!',
      '',
      '\\',
      "'",
      '\r\n',
      '{a,b}',
      '[1-3]',
    ),
  )
  // NUL cannot be an argument, and \x01 ends one command's arguments in this test.
  .map((word) => Buffer.from(word.replaceAll('\0', '').replaceAll('\x01', ''), 'utf8').toString('utf8'));

/** The arguments that a real bash hands to a program, `curl` being a function that prints what it is given. */
function argumentsInBash(commands: readonly string[], environment: NodeJS.ProcessEnv = {}): string[][] {
  const script = `curl() { printf '%s\\0' "$@"; printf '\\1\\0'; }\n${commands.join('\n')}\n`;
  const printed = execFileSync('/bin/bash', ['--norc', '-s'], {
    input: script,
    encoding: 'utf8',
    env: { ...environment, PATH: '/nowhere', LC_ALL: 'C.UTF-8' },
  });
  return printed
    .split('\x01\0')
    .slice(0, -1)
    .map((words) => words.split('\0').slice(0, -1));
}

describe('quoting for a POSIX shell', () => {
  it('gives every word back unchanged through a real bash', () => {
    const words = fc.array(fc.array(anyWord, { minLength: 1, maxLength: 4 }), {
      minLength: 100,
      maxLength: 100,
    });
    fc.assert(
      fc.property(words, (lists) => {
        const wellFormed = lists.map((list) =>
          list.map((word) => Buffer.from(word, 'utf8').toString('utf8')),
        );
        const commands = wellFormed.map((list) => `curl ${list.map(posixQuote).join(' ')}`);
        expect(argumentsInBash(commands)).toEqual(wellFormed);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves plain words readable', () => {
    expect(posixQuote('https://core.example.net:8080/api')).toBe('https://core.example.net:8080/api');
  });

  it('refuses NUL, which no argument can hold', () => {
    expect(() => posixQuote('a\0b')).toThrow(RangeError);
  });
});

describe('the curl command', () => {
  const target = { method: 'GET', url: "https://api.example/who?q='$(id)'&x=[1-3]" };

  it('carries any token in one header argument and the address in another', () => {
    const token = `eyJ'"$(id)\`x\`;&|`;
    expect(argumentsInBash([curlWithToken(target, token, 'Bearer')])).toEqual([
      ['--globoff', '-H', `Authorization: Bearer ${token}`, target.url],
    ]);
  });

  it('takes the token from the environment and holds none itself', () => {
    const token = `t0k'"$(id)en`;
    expect(argumentsInBash([curlFromEnvironment(target, 'Bearer')], { [tokenVariable]: token })).toEqual([
      ['--globoff', '-H', `Authorization: Bearer ${token}`, target.url],
    ]);
  });

  it.each([
    ['itself', curlWithToken(target, 't', 'DPoP')],
    ['from the environment', curlFromEnvironment(target, 'DPoP')],
  ])('says that a bound token is no plain bearer, and runs all the same, with the token %s', (_how, text) => {
    const [words, ...others] = text.split('\n');
    expect(words).toMatch(/^# This token is bound to a key .* As a plain bearer, .* it is refused\.$/);
    expect(words).toMatch(/^# [\w ,.:]+$/);
    expect(others).toHaveLength(1);
    expect(argumentsInBash([text], { [tokenVariable]: 't' })).toEqual([
      ['--globoff', '-H', 'Authorization: DPoP t', target.url],
    ]);
  });

  it('names a method that is not GET', () => {
    expect(
      argumentsInBash([curlWithToken({ method: 'POST', url: 'https://api.example/x' }, 't', 'Bearer')]),
    ).toEqual([['-X', 'POST', '-H', 'Authorization: Bearer t', 'https://api.example/x']]);
  });
});
