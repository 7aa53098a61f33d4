import { describe, expect, it } from 'vitest';
import { serverSketchSchema } from '../../../electron/contract/explanation.ts';
import { kindFaults } from '../../../electron/contract/own-kind.ts';
import { readCurl } from '../../../electron/explain/curl-request.ts';
import { explain } from '../../../electron/explain/explain.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { curlCases, refusedCurl } from './curl-commands.ts';

describe('a curl command', () => {
  it.each(curlCases.map((one) => [one.says, one] as const))('is read with %s', (_says, expected) => {
    const read = readCurl(expected.text);
    const fields = Object.fromEntries(read.fields.map(({ name, value }) => [name, value]));
    if (expected.method) expect(read.method).toBe(expected.method);
    if (expected.url) expect(read.url.href).toBe(expected.url);
    if (expected.bodyAs !== undefined) expect(read.bodyAs).toBe(expected.bodyAs);
    if (expected.fields) expect(fields).toEqual(expected.fields);
    if (expected.basic) expect([read.basic?.username, read.basic?.password]).toEqual(expected.basic);
    if (expected.headers) expect(Object.fromEntries(read.headers)).toMatchObject(expected.headers);
  });

  it.each(refusedCurl)('is refused where it cannot be used: %#', (text, reason) => {
    expect(explain(text, kinds)).toEqual({ understood: false, reason });
  });

  it.each(curlCases.map(({ says, text }) => [says, text] as const))(
    'gives a sketch that holds no secret, with %s',
    (_says, text) => {
      const explained = explain(text, kinds);
      if (!explained.understood) throw new Error(explained.reason);
      const { sketch } = explained;
      expect(serverSketchSchema.strict().parse(sketch)).toEqual(sketch);
      if (sketch.ownKind) expect(kindFaults(sketch.ownKind)).toEqual({});
      const { fields, basic } = readCurl(text);
      const secrets = [
        ...fields.filter(({ name }) => name === 'password').map(({ value }) => value),
        basic?.password,
      ];
      const words = JSON.stringify(sketch).replaceAll('x-', '');
      for (const secret of secrets) if (secret && secret.length > 1) expect(words).not.toContain(secret);
    },
  );
});

function sketchOf(text: string) {
  const explained = explain(text, kinds);
  if (!explained.understood) throw new Error(explained.reason);
  return explained.sketch;
}

describe('what a curl command says', () => {
  it('fits a kind that sends the same, until the server says otherwise', () => {
    expect(sketchOf('curl https://z.test/api/auth/token -d username=ada -d password=x')).toMatchObject({
      kindId: 'zebbra',
      address: 'https://z.test/api',
      settings: { paths: 'auth' },
      loginId: 'password',
      fields: { username: 'ada' },
      ownKind: { logins: [{ request: { path: '/api/auth/token' } }] },
    });
    expect(
      sketchOf(`curl --json '{"username":"ada","password":"x"}' https://c.test/api/login`),
    ).toMatchObject({
      kindId: 'datarhei-core',
      address: 'https://c.test',
    });
    const django =
      'curl https://d.test/o/token/ -u id:sec -d grant_type=password -d username=ada -d password=x';
    expect(sketchOf(django)).toMatchObject({
      kindId: 'django-oauth-toolkit',
      settings: { bodyFormat: 'form', tokenPath: '/o/token/', revokePath: '/o/revoke_token/' },
      fields: { clientId: 'id', username: 'ada' },
    });
  });

  it('is a sign-in of OAuth by its grant, with how the client names itself', () => {
    const cases = [
      ['-u id:sec -d grant_type=client_credentials', 'client-credentials', 'basic'],
      ['-d client_id=id -d client_secret=sec -d grant_type=client_credentials', 'client-credentials', 'body'],
      ['-d client_id=id -d grant_type=authorization_code -d code=abc -d code_verifier=v', 'browser', 'none'],
      ['-d client_id=id -d grant_type=refresh_token -d refresh_token=abc', 'paste', 'none'],
      ['-d client_id=id -d grant_type=password -d username=ada -d password=x', 'password', 'none'],
    ] as const;
    for (const [options, loginId, clientAuth] of cases) {
      const sketch = sketchOf(`curl https://id.test/realms/one/token ${options}`);
      expect([sketch.loginId, sketch.address, sketch.settings.tokenUrl, sketch.fields.clientId]).toEqual([
        loginId,
        'https://id.test',
        '/realms/one/token',
        'id',
      ]);
      const kind = kinds.find(({ id }) => id === sketch.kindId);
      const choices = kind?.settings
        .find(({ id }) => id === 'clientAuth')
        ?.options?.map(({ value }) => value);
      if (choices?.includes(clientAuth)) expect(sketch.settings.clientAuth).toBe(clientAuth);
    }
  });

  it('becomes a kind of its own with nested names, constants and keys in headers', () => {
    const { kindId, ownKind, findings } = sketchOf(
      `curl https://own.test/v1/session -H 'X-Api-Key: abc' -d '{"user":{"email":"a@b.c","password":"x"},"type":"web","stay":true}'`,
    );
    expect(kindId).toBeNull();
    expect(ownKind?.logins[0]).toMatchObject({
      request: {
        method: 'POST',
        path: '/v1/session',
        headers: { 'X-Api-Key': '{xApiKey}' },
        body: {
          as: 'json',
          fields: { 'user.email': '{username}', 'user.password': '{password}', type: 'web', stay: 'true' },
        },
      },
    });
    expect(ownKind?.logins[0]?.fields.filter(({ secret }) => secret).map(({ id }) => id)).toEqual([
      'xApiKey',
      'password',
    ]);
    expect(findings.filter(({ sure }) => !sure)).toHaveLength(2);
  });

  it('names what was left out, and which values are in variables', () => {
    const { findings } = sketchOf(
      `curl -k https://own.test/login -d "username=ada&password=$PW&pin=1234" -b a=b`,
    );
    const text = findings.map((one) => one.text).join('\n');
    expect(text).toContain('Pin stood in the command. It was left out');
    expect(text).not.toContain('Password stood');
    expect(text).toContain('Values of variables are not known here: PW.');
    expect(text).toContain('switches the check of the certificate off');
    expect(text).toContain('Cookies were left out');
  });

  it.each([
    [
      'a number for a passcode',
      `--json '{"user":"bob","company":"acme","passcode":48151623}'`,
      { passcode: '{passcode}' },
    ],
    ['a number for a code', `--json '{"login":"bob","code":48151623}'`, { code: '{code}' }],
    [
      'a number under a name of no meaning',
      `--json '{"username":"bob","password":"x","dob":48151623}'`,
      { dob: '{dob}' },
    ],
    ['a type that is no word', '-d type=s48151623 -d username=bob -d password=x', { type: '{type}' }],
    ['a type that is one', '-d type=web-app -d username=bob -d password=x', { type: 'web-app' }],
    ['a short number', `--json '{"username":"bob","password":"x","v":12}'`, { v: '12' }],
  ])('asks for what may be a secret, and for nothing else: %s', (_, options, fields) => {
    const sketch = sketchOf(`curl https://own.test/v2/login ${options}`);
    expect(sketch.ownKind?.logins[0]).toMatchObject({ request: { body: { fields } } });
    expect(JSON.stringify(sketch)).not.toContain('48151623');
  });

  it('takes no signature in an address for a part of it', () => {
    for (const name of ['sig', 'x_sig', 'code', 'passcode']) {
      const text = `curl 'https://own.test/login?${name}=s48151623' -d username=bob -d password=x`;
      expect(explain(text, kinds)).toEqual({ understood: false, reason: 'curl-credentials-in-address' });
    }
  });

  it('speaks of no code that a browser brought', () => {
    const { findings } = sketchOf(
      'curl https://id.test/token -d client_id=id -d grant_type=authorization_code -d code=abc -d code_verifier=v',
    );
    expect(findings.map(({ text }) => text).join()).not.toContain('stood in');
  });

  it('masks every value where no name tells the secret', () => {
    const { ownKind } = sketchOf(`curl --json '{"u":"ada","k":"x"}' https://own.test/v2/login`);
    expect(ownKind?.logins[0]?.fields.map(({ secret }) => secret)).toEqual([true, true]);
  });
});
