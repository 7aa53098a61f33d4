import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectionSchema } from '../../../electron/contract/inspection.ts';
import { signJwt } from '../../../electron/demo/servers/jwt.ts';
import { claimsJson } from '../../../electron/inspect/claims-json.ts';
import { inspectToken } from '../../../electron/inspect/inspect-token.ts';
import { readPasted } from '../../../electron/inspect/pasted-text.ts';

const encoded = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const header = encoded('{"alg":"HS256","typ":"JWT"}');
const signature = encoded(new Uint8Array(32));
const jwtOf = (claims: string | Uint8Array): string => `${header}.${encoded(claims)}.${signature}`;
const said = (token: string) => {
  const { format, variant, notes } = inspectToken(token);
  return [format, variant, notes];
};

describe('a token', () => {
  it('shows header and claims with the types that they have in JSON', () => {
    const {
      format,
      algorithm,
      header: head,
      claims,
      notes,
    } = inspectToken(
      signJwt(
        { sub: 'Zoë 🦊', n: 1, ok: true, none: null, list: ['a', 'b'], deep: { a: { b: 'ü' } } },
        'key',
        {
          kid: 'first',
        },
      ),
    );
    expect([format, algorithm, notes]).toEqual(['jwt', 'HS256', []]);
    expect(head.map(({ name, value }) => [name, value])).toContainEqual(['kid', 'first']);
    expect(claims.map(({ name, type, value }) => [name, type, value])).toEqual([
      ['sub', 'string', 'Zoë 🦊'],
      ['n', 'number', '1'],
      ['ok', 'boolean', 'true'],
      ['none', 'null', 'null'],
      ['list', 'array', '["a", "b"]'],
      ['deep', 'object', '{ "a": { "b": "ü" } }'],
    ]);
  });

  it.each([
    ['that is not signed', `${encoded('{"alg":"none"}')}.${encoded('{"sub":"a"}')}.`, ['unsecured']],
    ['without its signature', `${header}.${encoded('{"sub":"a"}')}`, ['cut-signature']],
    ['with half of its signature', jwtOf('{"sub":"a"}').slice(0, -10), ['cut-signature']],
    [
      'cut off in its claims',
      `${header}.${encoded('{"sub":"alice","more":"x"}').slice(0, 20)}`,
      ['cut-claims'],
    ],
    ['cut off in its header', header.slice(0, 12), ['cut-header']],
    ['of which the middle is left out', 'eyJhbGciOi...k4laUWw', ['left-out']],
    ['with a name that stands twice', jwtOf('{"sub":"a","sub":"b"}'), ['twice']],
    ['with bytes that are no UTF-8', jwtOf(Buffer.from('7b22737562223a22ff227d', 'hex')), ['not-utf8']],
    ['in plain base64', `${jwtOf('{"sub":"a"}')}=`, ['not-base64url']],
  ])('%s is said to be so', (_, token, notes) => {
    expect(inspectToken(token).notes).toEqual(notes);
  });

  it('keeps the digits of a number that JavaScript would round', () => {
    const { claims, notes } = inspectToken(jwtOf('{"id":12345678901234567890}'));
    expect(claims[0]).toMatchObject({ value: '12345678901234567890', type: 'number' });
    expect(notes).toEqual(['large-numbers']);
    expect(claimsJson(claims)).toBe('{\n  "id": 12345678901234567890\n}');
  });

  it('takes milliseconds in the place of seconds for what they are, as a guess', () => {
    const [exp] = inspectToken(jwtOf('{"exp":1767225600000}')).claims;
    expect(exp).toMatchObject({ at: 1_767_225_600_000, guessed: true });
  });

  it.each([
    ['JWE', `${encoded('{"alg":"dir","enc":"A256GCM"}')}..aXY.Y2lwaGVy.dGFn`, ['jwe', null, ['encrypted']]],
    ['PASETO', `v4.local.${encoded('x'.repeat(90))}`, ['paseto', 'v4.local', ['encrypted']]],
    ['UUID', '3f2504e0-4f89-41d3-9a0c-0305e82c3301', ['uuid', '4', []]],
    ['JSON in base64', Buffer.from('{"iv":"x","value":"y"}').toString('base64'), ['json', 'base64', []]],
    ['JSON', '{"a": 1}', ['json', null, []]],
    [
      'SAML message',
      Buffer.from('<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>').toString('base64'),
      ['saml', null, []],
    ],
    ['signed content that is no JSON', `${header}.${encoded('hello')}.${signature}`, ['jws', null, []]],
    ['opaque one', 'Zp8fq0vJx0Qd', ['opaque', null, []]],
  ])('that is a %s is called one', (_, token, expected) => {
    expect(said(token)).toEqual(expected);
  });

  it('that is a public PASETO is read up to its signature', () => {
    const payload = Buffer.concat([
      Buffer.from('{"sub":"a","exp":"2026-01-01T00:00:00Z"}'),
      Buffer.alloc(64),
    ]);
    const { claims, header: footer } = inspectToken(
      `v4.public.${encoded(payload)}.${encoded('{"kid":"k"}')}`,
    );
    expect(claims.map(({ name, at }) => [name, at])).toEqual([
      ['sub', null],
      ['exp', Date.UTC(2026, 0, 1)],
    ]);
    expect(footer).toMatchObject([{ name: 'kid', value: 'k' }]);
  });

  it('never echoes its signature, and never fails, whatever it is', () => {
    const part = fc.oneof(fc.string(), fc.json().map(encoded), fc.base64String());
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('.');
        const { token } = readPasted(text);
        inspectionSchema.parse(inspectToken(token));
      }),
    );
    const echoed = JSON.stringify(inspectToken(jwtOf('{"sub":"a"}')));
    expect(echoed).not.toContain(signature);
  });

  it('has claims as JSON that say the same as the token', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.integer(), fc.boolean())),
        (claims) => {
          const text = claimsJson(inspectToken(jwtOf(JSON.stringify(claims))).claims);
          expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(claims)));
        },
      ),
    );
  });
});

describe('a pasted text', () => {
  it.each([
    ['abc', 'abc', []],
    ['Bearer abc', 'abc', ['scheme']],
    ['Authorization: Bearer abc', 'abc', ['header', 'scheme']],
    ['"abc"', 'abc', ['quotes']],
    ['ab\n  c\n', 'abc', ['space']],
    ["curl -H 'Authorization: Bearer abc' https://x", 'abc', ['around']],
    ['  ', '', ['space']],
  ])('%j is read as %j', (text, token, takenOff) => {
    expect(readPasted(text)).toEqual({ token, takenOff });
  });
});
