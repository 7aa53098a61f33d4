import { afterEach, describe, expect, it } from 'vitest';
import { readJwt, signJwt } from '../../electron/demo/servers/jwt.ts';
import type { StandIn } from '../../electron/demo/servers/stand-in.ts';
import { totp } from '../../electron/demo/servers/totp.ts';
import { charlieBrown, startZebbra, type ZebbraOptions } from '../../electron/demo/servers/zebbra.ts';
import { fieldOf, type Parts, send } from './send.ts';

let zebbra: StandIn;
afterEach(() => zebbra.close());

async function start(options: ZebbraOptions = {}): Promise<void> {
  zebbra = await startZebbra({ users: [charlieBrown], ...options });
}
const call = (target: string, parts?: Parts) => send(zebbra, target, parts);
const login = (form: Readonly<Record<string, string>> = {}) =>
  call('POST /auth/token', { form: { username: charlieBrown.username, password: 'secret', ...form } });

const UNKNOWN = [401, 'Bearer', '{"detail":"Could not validate credentials"}'];
const refusal = async (token: string) => {
  const { status, headers, text } = await call('GET /user', { bearer: token });
  return [status, headers.get('www-authenticate'), text];
};

describe('registering', () => {
  const person = {
    username: 'u22442@example.com',
    first_name: 'Charlie',
    last_name: 'Brown',
    password: 'secret',
  };
  const register = (json: unknown) => call('POST /auth/register', { json });

  it('answers with the user and no token, and lets them log in', async () => {
    await start();
    const registered = await register({ ...person, new_workspace_name: 'WS' });
    expect(registered.status).toBe(200);
    expect(registered.text).toMatch(
      /^\{"_id":"[0-9a-f]{24}","username":"u22442@example.com","first_name":"Charlie","last_name":"Brown","disabled":false\}$/,
    );
    expect((await login({ username: person.username })).status).toBe(200);
  });

  it('refuses a user or a workspace that exists, and neither or both of workspace and invitation', async () => {
    await start({ invites: [{ code: 'old', workspace: 'My Workspace', expired: true }] });
    const asked = [
      { ...person, username: charlieBrown.username, new_workspace_name: 'WS' },
      { ...person, new_workspace_name: 'My Workspace' },
      person,
      { ...person, new_workspace_name: 'WS', invite_code: 'x' },
      { ...person, invite_code: 'x' },
      { ...person, invite_code: 'old' },
    ];
    const answers = await Promise.all(asked.map(register));
    expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual([
      '409 {"detail":"Username already exists"}',
      '409 {"detail":"Workspace name already exists"}',
      '400 {"detail":"Exactly one of workspace_id and new_workspace_name must be specified."}',
      '400 {"detail":"Exactly one of workspace_id and new_workspace_name must be specified."}',
      '400 {"detail":"Invite code does not exist"}',
      '400 {"detail":"Invite code has expired"}',
    ]);
  });

  it('lists what is missing, and takes JSON without a content type but no form', async () => {
    await start();
    expect(await register({ username: 'zu22442@example.com' })).toMatchObject({
      status: 422,
      text: '{"detail":[{"loc":["body","first_name"],"msg":"field required","type":"value_error.missing"},{"loc":["body","last_name"],"msg":"field required","type":"value_error.missing"},{"loc":["body","password"],"msg":"field required","type":"value_error.missing"}]}',
    });
    const body = JSON.stringify({ ...person, new_workspace_name: 'WS' });
    expect((await call('POST /auth/register', { body })).status).toBe(200);
    const form = await call('POST /auth/register', { form: person });
    expect(form).toMatchObject({ status: 422, text: expect.stringContaining('value is not a valid dict') });
  });
});

describe('logging in', () => {
  it('gives a token with sub and exp alone, so that two logins in one second give the same one', async () => {
    await start({ now: () => 1_795_293_738_500, accessTtl: 1800 });
    const first = await login({ grant_type: 'password' });
    const token = fieldOf(first, 'access_token');
    expect(first.text).toBe(`{"access_token":"${token}","token_type":"bearer"}`);
    expect(first.headers.get('date')).toBe('Sat, 21 Nov 2026 20:42:18 GMT');
    expect(readJwt(token)).toMatchObject({
      header: { alg: 'HS256', typ: 'JWT' },
      claims: { sub: 'charlie_brown@example.com', exp: 1_795_295_538 },
    });
    expect(fieldOf(await login(), 'access_token')).toBe(token);
  });

  it('says the same of a wrong user and a wrong password', async () => {
    await start();
    for (const form of [{ username: 'nobody' }, { password: 'wrong' }]) {
      const refused = await login(form);
      expect(refused).toMatchObject({ status: 401, text: '{"detail":"Incorrect username or password"}' });
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('takes a multipart form, and nothing of JSON, of Basic or of an empty body', async () => {
    await start();
    const { username, password } = charlieBrown;
    const field = (name: string, value: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const body = `${field('username', username)}${field('password', password)}--b--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    expect((await call('POST /auth/token', { body, headers })).status).toBe(200);
    for (const parts of [{ json: { username, password } }, { basic: [username, password] as const }, {}]) {
      expect(await call('POST /auth/token', parts)).toMatchObject({
        status: 422,
        text: '{"detail":[{"loc":["body","username"],"msg":"field required","type":"value_error.missing"},{"loc":["body","password"],"msg":"field required","type":"value_error.missing"}]}',
      });
    }
  });

  it('knows no refresh', async () => {
    await start();
    const form = { grant_type: 'refresh_token', refresh_token: 'x' };
    expect(await call('POST /auth/token', { form })).toMatchObject({
      status: 422,
      text: '{"detail":[{"loc":["body","grant_type"],"msg":"string does not match regex \\"password\\"","type":"value_error.str.regex","ctx":{"pattern":"password"}},{"loc":["body","username"],"msg":"field required","type":"value_error.missing"},{"loc":["body","password"],"msg":"field required","type":"value_error.missing"}]}',
    });
  });

  it('asks for the one-time password once it is set up, and only when the password was right', async () => {
    const at = 1_795_293_738_000;
    await start({ now: () => at });
    const needed = () => call('GET /user/requiresOtp?username=charlie_brown%40example.com');
    expect((await needed()).text).toBe('{"message":"OTP not required"}');
    const bearer = fieldOf(await login(), 'access_token');
    const secret = fieldOf(await call('POST /user/otp/create', { bearer }), 'secret');
    const otp = totp(secret, at);
    expect((await call(`POST /user/otp/validate?otp=${otp}`, { bearer })).text).toBe(
      `{"otp":"${otp}","valid":true}`,
    );
    expect((await needed()).text).toBe('{"message":"OTP required"}');
    for (const form of [{}, { otp: '12345' }]) {
      const refused = await login(form);
      expect(refused).toMatchObject({
        status: 401,
        text: '{"detail":"OTP of Two-Factor Authentication is invalid"}',
      });
      expect(refused.headers.has('www-authenticate')).toBe(false);
    }
    expect((await login({ password: 'wrong' })).text).toBe('{"detail":"Incorrect username or password"}');
    expect((await login({ otp: totp(secret, at) })).status).toBe(200);
  });
});

describe('using a token', () => {
  it('names the user, the workspaces and the models', async () => {
    await start();
    const bearer = fieldOf(await login(), 'access_token');
    expect(await call('GET /user', { bearer })).toMatchObject({
      status: 200,
      text: expect.stringMatching(
        /^\{"_id":"\w{24}","username":"charlie_brown@example.com","first_name":"Charlie","last_name":"Brown","workspaces":\[\{"_id":"\w{24}","name":"My Workspace"\}\],"models":\[\{"_id":"\w{24}","name":"Demo Model \(SaaS\)"\}\]\}$/,
      ),
    });
  });

  it('tells no token, a bad one and a logged-out one apart', async () => {
    await start();
    const token = fieldOf(await login(), 'access_token');
    const none = await call('GET /user');
    expect([none.status, none.headers.get('www-authenticate'), none.text]).toEqual([
      401,
      'Bearer',
      '{"detail":"Not authenticated"}',
    ]);
    expect(await refusal('garbage')).toEqual(UNKNOWN);
    const foreign = signJwt({ sub: charlieBrown.username, exp: 9_999_999_999 }, 'another key');
    expect(await refusal(foreign)).toEqual(UNKNOWN);
    expect((await call('POST /auth/logout', { bearer: token })).text).toBe('{"message":"Logged out."}');
    expect(await refusal(token)).toEqual([401, 'Bearer', '{"detail":"Expired token"}']);
    expect((await call('GET /auth/token/expired', { bearer: token })).text).toBe('{"expired":false}');
  });

  it('refuses a token one second past its end, and says so with a 200 when asked', async () => {
    await start({ accessTtl: 60 });
    const token = fieldOf(await login(), 'access_token');
    const expired = () => call('GET /auth/token/expired', { bearer: token });
    expect(await expired()).toMatchObject({ status: 200, text: '{"expired":false}' });
    zebbra.control.setClockOffset(61_000);
    expect(await expired()).toMatchObject({ status: 200, text: '{"expired":true}' });
    expect(await refusal(token)).toEqual(UNKNOWN);
  });

  it('breaks down when it is asked for the expiry of garbage', async () => {
    await start();
    const broken = await call('GET /auth/token/expired', {
      bearer: 'garbage',
      headers: { origin: 'app://x' },
    });
    expect(broken).toMatchObject({ status: 500, text: 'Internal Server Error' });
    expect(broken.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(broken.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('logs out any bearer but not without one', async () => {
    await start();
    expect((await call('POST /auth/logout', { bearer: 'garbage' })).status).toBe(200);
    expect(await call('POST /auth/logout')).toMatchObject({
      status: 401,
      text: '{"detail":"Not authenticated"}',
    });
  });

  it('lets a disabled account log in and nothing more', async () => {
    await start({ users: [{ ...charlieBrown, disabled: true }] });
    const bearer = fieldOf(await login(), 'access_token');
    expect(await call('GET /user', { bearer })).toMatchObject({
      status: 400,
      text: '{"detail":"Inactive user"}',
    });
  });
});

describe('the two generations of paths', () => {
  it('are told apart by a GET on either token path', async () => {
    const probe = async () => {
      const answers = await Promise.all([call('GET /auth/token'), call('GET /token')]);
      return answers.map(({ status, headers, text }) => [status, headers.get('allow'), text]);
    };
    const there = [405, 'POST', '{"detail":"Method Not Allowed"}'];
    const absent = [404, null, '{"detail":"Not Found"}'];
    await start();
    expect(await probe()).toEqual([there, absent]);
    await zebbra.close();
    await start({ generation: 'plain' });
    expect(await probe()).toEqual([absent, there]);
    const form = { username: charlieBrown.username, password: 'secret' };
    const bearer = fieldOf(await call('POST /token', { form }), 'access_token');
    expect((await call('GET /token/expired', { bearer })).text).toBe('{"expired":false}');
    expect((await call('POST /logout', { bearer })).status).toBe(200);
  });

  it('greets, documents itself with the wrong token address, and redirects a trailing slash', async () => {
    await start();
    expect((await call('GET /')).text).toBe('{"message":"Hello Zebbra!"}');
    expect((await call('GET /openapi.json')).json).toMatchObject({
      info: { title: 'Zebbra API Docs' },
      paths: { '/auth/token': { post: {} } },
      components: {
        securitySchemes: { OAuth2PasswordBearer: { flows: { password: { tokenUrl: 'token' } } } },
      },
    });
    const redirected = await call('GET /user/');
    expect([redirected.status, redirected.headers.get('location')]).toEqual([307, `${zebbra.url}/user`]);
  });
});
