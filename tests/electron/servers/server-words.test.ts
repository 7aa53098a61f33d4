import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanWords } from '../../../electron/servers/server-words.ts';

describe('the server’s words', () => {
  it('lose line breaks, control and direction characters', () => {
    expect(cleanWords('a\r\n\u001b[31mb\u202ec\u0000 d', [])).toBe('a [31mb c d');
  });

  it('are cut to 300 characters, never through the middle of one', () => {
    const cut = cleanWords(`${'x'.repeat(298)}😀😀`, []) ?? '';
    expect(cut).toBe(`${'x'.repeat(298)}…`);
  });

  it.each([
    'the password hunter22 is wrong',
    'Basic aWQ6czNjcmV0ISE= failed',
    'got s3cret%21%21',
    'open\r\nsesame',
    'open+sesame',
    'hunt\u200ber\u00ad22',
    'is p&amp;w&quot;&#228;&lt; right?',
    'is p&#x26;w&#34;&auml;&lt; right?',
    'is p%26w%22%c3%a4%3c right?',
    'is p%26w%22%C3%A4%3C right?',
    'is p%2526w%2522%25c3%25a4%253c right?',
    'is "p&w\\"\\u00e4\\u003c" right?',
    'is \\"p&w\\\\\\"\\\\u00E4<\\" right?',
    `is ${Buffer.from('p&w"ä<').toString('base64')} right?`,
    `is x${Buffer.from('>?p&w"ä<?>').toString('base64url')} right?`,
    'is p&w"a\u0308< right?',
    'token eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.sig',
    'token eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn',
    'token eyJhbGciOiJub25lIn0..',
    'token eyJhbGci%4FiJub25lIn0%2e%2e',
    'token eyJhbGciOi\u200bJub25lIn0.\u200beyJzdWIiOiJhIn0.',
  ])('are dropped whole where they hold a secret or a token: %s', (text) => {
    const secrets = ['hunter22', 's3cret!!', 'id:s3cret!!', 'open sesame', 'p&w"ä<'];
    expect(cleanWords(text, secrets)).toBeUndefined();
  });

  it.each([
    'Invalid credentials given.',
    'AADSTS50126: Invalid username or password. Trace ID: 0d2c4f5e-8a55-4f0a-9a0c-2b6f0a3c1d00',
    'Ünknown user “alice” & 100% <wrong> C:\\new at api.example.com',
  ])('are left as they are where they hold none: %s', (text) => {
    expect(cleanWords(text, ['hunter22', 'p&w"ä<'])).toBe(text);
  });

  it('are dropped where nobody words a refusal at such a length', () => {
    expect(cleanWords('x'.repeat(10_001), [])).toBeUndefined();
  });

  it('are dropped whole where they hold a secret too short to strike out', () => {
    expect(cleanWords('the code 12 is wrong', ['12'])).toBeUndefined();
  });

  it('hold no secret in any encoding, whatever it is and stands beside', () => {
    const hex = (text: string, prefix: string) =>
      [...Buffer.from(text)].map((byte) => `${prefix}${byte.toString(16).padStart(2, '0')}`).join('');
    const encodings: readonly ((text: string) => string)[] = [
      encodeURIComponent,
      (text) => hex(text, '%'),
      (text) => JSON.stringify(JSON.stringify(text)),
      (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
      (text) => [...text].join('\u200b'),
      (text) => Buffer.from(text).toString('base64'),
      (text) => Buffer.from(`id:${encodeURIComponent(text)}`).toString('base64url'),
    ];
    const secrets = fc
      .string({ minLength: 4, maxLength: 40, unit: 'grapheme' })
      .filter((text) => /\S{4}/.test(text));
    fc.assert(
      fc.property(
        fc.lorem(),
        secrets,
        fc.constantFrom(...encodings),
        fc.lorem(),
        (before, secret, encode, after) => {
          return cleanWords(`${before} ${encode(secret)} ${after}`, [secret]) === undefined;
        },
      ),
    );
  });

  it('hold none of the secrets, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, secret, after) => {
        fc.pre(!secret.includes('…') && secret.trim() === secret);
        const words = cleanWords(`${before}${secret}${after}`, [secret]) ?? '';
        return !words.includes(secret);
      }),
    );
  });
});
