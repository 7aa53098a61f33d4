import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { proveClient } from '../../../electron/servers/client-authentication.ts';
import { clientCertificate } from '../../../electron/servers/client-certificate.ts';
import { goodCertificate, otherHostCertificate } from '../../servers/certificates.ts';
import { problemOf } from './engine-under-test.ts';

type Values = Readonly<Record<string, string>>;

const serverNow = Date.UTC(2030, 0, 1);
const audience = 'https://issuer.example';
const prove = (how: string, values: Values, isBasicRaw = false) =>
  proveClient('{clientAuth}', { clientAuth: how, ...values }, { audience, serverNow, isBasicRaw });
const odd = { clientId: 'odd-client', clientSecret: 'a+b%20c:d&e=f/é-_.~' };
const basicText = (headers: Values) =>
  Buffer.from(headers.Authorization?.slice('Basic '.length) ?? '', 'base64').toString();

describe('a client', () => {
  it('form-encodes both before base64, and leaves alone what every form leaves alone', async () => {
    const { headers } = await prove('basic', odd);
    expect(basicText(headers)).toBe('odd-client:a%2Bb%2520c%3Ad%26e%3Df%2F%C3%A9-_.%7E');
  });

  it('is sent as it is typed where the server reads it so', async () => {
    expect(basicText((await prove('basic', odd, true)).headers)).toBe('odd-client:a+b%20c:d&e=f/é-_.~');
  });

  it('proves itself in one way, never in two', async () => {
    const all = { ...odd, clientKey: goodCertificate.key, clientCertificate: goodCertificate.cert };
    expect(await prove('body', all)).toEqual({
      headers: {},
      fields: { client_id: odd.clientId, client_secret: odd.clientSecret },
    });
    expect((await prove('basic', all)).fields).toEqual({});
    expect((await prove('none', all)).fields).toEqual({ client_id: odd.clientId });
    expect(await prove('tls', all)).toEqual({ headers: {}, fields: { client_id: odd.clientId } });
    expect(Object.keys((await prove('private_key_jwt', all)).fields)).toEqual([
      'client_id',
      'client_assertion_type',
      'client_assertion',
    ]);
  });

  it.each(['basic', 'body', 'none'])('without a secret only names itself by %s', async (how) => {
    expect(await prove(how, { clientId: 'id' })).toEqual({ headers: {}, fields: { client_id: 'id' } });
  });

  it.each([
    ['basic', {}, 'clientId'],
    ['else', odd, 'clientAuth'],
    ['', odd, 'clientAuth'],
    ['tls', odd, 'clientCertificate'],
    ['private_key_jwt', odd, 'clientKey'],
  ])('by %j with %j is refused before anything is sent', async (how, values, field) => {
    expect(await problemOf(prove(how, values))).toEqual({ code: 'bad-input', field });
  });
});

describe('the assertion of a client', () => {
  const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1' = 'pkcs8') =>
    key.export({ format: 'pem', type }).toString();
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const ed25519 = generateKeyPairSync('ed25519');
  const jwk = (key: KeyObject, more: Values = {}) =>
    JSON.stringify({ ...key.export({ format: 'jwk' }), ...more });

  const keys: readonly [string, string, KeyObject, string, string | undefined][] = [
    ['RSA in PKCS #8', pem(rsa.privateKey), rsa.publicKey, 'RS256', undefined],
    ['RSA in PKCS #1', pem(rsa.privateKey, 'pkcs1'), rsa.publicKey, 'RS256', undefined],
    ['RSA as a JWK', jwk(rsa.privateKey, { alg: 'PS256', kid: 'k1' }), rsa.publicKey, 'PS256', 'k1'],
    ['P-256 in PKCS #8', `\n${pem(p256.privateKey)}\n`, p256.publicKey, 'ES256', undefined],
    ['P-256 in SEC 1', pem(p256.privateKey, 'sec1'), p256.publicKey, 'ES256', undefined],
    ['P-384 as a JWK', jwk(p384.privateKey, { kid: 'k2', use: 'sig' }), p384.publicKey, 'ES384', 'k2'],
    ['Ed25519 in PKCS #8', pem(ed25519.privateKey), ed25519.publicKey, 'EdDSA', undefined],
    [
      'Ed25519 as a JWK',
      jwk(ed25519.privateKey, { alg: 'Ed25519' }),
      ed25519.publicKey,
      'Ed25519',
      undefined,
    ],
  ];

  it.each(keys)('is signed with a key that is %s', async (_what, clientKey, publicKey, alg, kid) => {
    const { fields } = await prove('private_key_jwt', { clientId: 'c1', clientKey });
    expect(fields.client_assertion_type).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    const assertion = fields.client_assertion ?? '';
    expect(decodeProtectedHeader(assertion)).toEqual({ alg, ...(kid !== undefined && { kid }) });
    const { payload } = await jwtVerify(assertion, publicKey, { currentDate: new Date(serverNow), audience });
    expect(payload).toMatchObject({ iss: 'c1', sub: 'c1', aud: audience, iat: serverNow / 1000 });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
  });

  it('is another each time', async () => {
    const one = () => prove('private_key_jwt', { clientId: 'c', clientKey: pem(p256.privateKey) });
    expect((await one()).fields.client_assertion).not.toBe((await one()).fields.client_assertion);
  });

  const encrypted = p256.privateKey.export({
    format: 'pem',
    type: 'pkcs8',
    cipher: 'aes-256-cbc',
    passphrase: 'p',
  });
  it.each([
    ['no key', 'x'],
    ['broken JSON', '{'],
    ['an empty object', '{}'],
    ['a public key', p256.publicKey.export({ format: 'pem', type: 'spki' }).toString()],
    ['a public JWK', jwk(p256.publicKey)],
    ['a symmetric JWK', JSON.stringify({ kty: 'oct', k: 'AAAA', alg: 'HS256' })],
    ['an encrypted key', encrypted.toString()],
    ['a certificate', goodCertificate.cert],
    ['a key that is too short', pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey)],
    ['an algorithm of another key', jwk(p256.privateKey, { alg: 'RS256' })],
  ])('is refused for %s', async (_what, clientKey) => {
    expect(await problemOf(prove('private_key_jwt', { clientId: 'c', clientKey }))).toEqual({
      code: 'bad-input',
      field: 'clientKey',
    });
  });
});

describe('the certificate of a client', () => {
  const of = (values: Values) => problemOf(Promise.resolve().then(() => clientCertificate(values)));

  it('is none where the login holds none', () => {
    expect(clientCertificate({ clientKey: goodCertificate.key })).toBeUndefined();
  });

  it('goes with its key, also where that is a JWK', () => {
    const own = { clientCertificate: goodCertificate.cert, clientKey: goodCertificate.key };
    const pair = { certPem: goodCertificate.cert, keyPem: goodCertificate.key };
    expect(clientCertificate(own)).toEqual(pair);
    const clientKey = JSON.stringify(createPrivateKey(goodCertificate.key).export({ format: 'jwk' }));
    expect(clientCertificate({ ...own, clientKey })).toEqual(pair);
  });

  it.each([
    [{ clientCertificate: 'x', clientKey: goodCertificate.key }, 'clientCertificate'],
    [{ clientCertificate: goodCertificate.cert }, 'clientKey'],
    [{ clientCertificate: goodCertificate.cert, clientKey: 'x' }, 'clientKey'],
    [{ clientCertificate: goodCertificate.cert, clientKey: otherHostCertificate.key }, 'clientKey'],
  ])('is refused where it cannot be used, %#', async (values, field) => {
    expect(await of(values)).toEqual({ code: 'bad-input', field });
  });
});
