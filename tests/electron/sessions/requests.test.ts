import { describe, expect, it } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import type { RequestDraft } from '../../../electron/contract/request-draft.ts';
import {
  type RecordedRequest,
  startRecordingServer,
} from '../../../electron/demo/servers/recording-server.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import { createSentRequests } from '../../../electron/try-out/sent-requests.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFaultyStore } from './keeper-kit.ts';

const token = 'canary-access-token-77';
const draft = (part: Partial<RequestDraft> = {}): RequestDraft => ({
  method: 'GET',
  path: '/echo',
  headers: [],
  body: '',
  contentType: 'application/json',
  ...part,
});

/** Null for no answer at all. */
type Answer = (request: RecordedRequest) => {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
} | null;

/** A keeper on the real network with one session, whose token was pasted. */
async function setUp(answer: Answer = () => ({ body: '{}' })) {
  const server = await startRecordingServer({}, (request, response) => {
    const given = answer(request);
    if (given === null) return;
    const { status = 200, headers = {}, body = '' } = given;
    response.writeHead(status, headers).end(body);
  });
  const clock = createFakeClock();
  const http = createAxiosHttp({ clock, resolveProxy: async () => 'DIRECT' });
  const store = createFaultyStore();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const start = async () => {
    const keeper = createKeeper({
      engine: createEngine({ http, clock, kinds: () => kinds }),
      kinds,
      store,
      clock,
      random: () => 0,
      newId,
    });
    await keeper.open();
    return keeper;
  };
  const keeper = await start();
  const server1 = {
    kindId: 'oauth2',
    name: 'Made up',
    address: server.url,
    settings: { tokenUrl: '/token', clientAuth: 'basic' },
    allowPlainHttp: false,
  };
  const { serverId } = await keeper.addServer(server1);
  const { profileId } = await keeper.login({
    serverId,
    loginId: 'paste',
    fields: { accessToken: token, clientId: 'c', clientSecret: 'client-secret-88' },
    remember: true,
    attemptId: 'a',
  });
  const copied: string[] = [];
  const sent = createSentRequests({
    keeper,
    clipboard: { put: async (text) => void copied.push(text) },
    settings: () => defaultSettings,
  });
  const send = (part: Partial<RequestDraft> = {}) =>
    sent.send({ sendId: 's', profileId, request: draft(part) });
  return { server, keeper, start, serverId, profileId, draft: server1, sent, send, copied };
}

describe('a request of the user', () => {
  it('is sent as it was written, with the token, and stands in the log of the session', async () => {
    const { server, keeper, profileId, send } = await setUp();
    const answer = await send({
      method: 'PATCH',
      path: '/things/7?q=a%20b',
      headers: [{ name: 'X-Trace', value: 'one two' }],
      body: '{ "n": 1.0, "q": "{accessToken}" }',
    });
    const [request] = server.requestsTo('/things/7');
    expect(request).toMatchObject({
      method: 'PATCH',
      search: '?q=a%20b',
      body: '{ "n": 1.0, "q": "{accessToken}" }',
    });
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${token}`,
      'x-trace': 'one two',
      'content-type': 'application/json',
    });
    expect(answer).toMatchObject({ status: 200, form: 'json', body: '{}', isCut: false, isRefreshed: false });
    expect(keeper.detail(profileId).exchanges.at(-1)).toMatchObject({
      purpose: 'request',
      method: 'PATCH',
      path: '/things/7',
      status: 200,
      outcome: 'ok',
    });
    await server.close();
  });

  it.each([
    ['https://elsewhere.example/steal', 'path-elsewhere'],
    ['http:relative', 'path-invalid'],
    ['/fragment#x', 'path-invalid'],
    ['//elsewhere.example/x', null],
  ])('takes the token nowhere but to the server: %s', async (path, fault) => {
    const { server, send } = await setUp();
    if (fault === null) await send({ path });
    else
      await expect(send({ path })).rejects.toMatchObject({
        code: 'bad-input',
        problem: { fields: { path: fault } },
      });
    // A path that begins with two slashes is one of the server's own.
    expect(server.requests.filter((one) => one.path !== '/userinfo')).toHaveLength(fault === null ? 1 : 0);
    await server.close();
  });

  it.each([
    [{ name: 'Authorization', value: 'Bearer mine' }, 'header-own'],
    [{ name: 'Host', value: 'elsewhere.example' }, 'header-name'],
    [{ name: 'X-A', value: 'a\r\nB: c' }, 'header-value'],
    [{ name: '', value: 'a' }, 'header-name'],
  ])('is refused with a header that would change who is asked, or as whom: %o', async (header, fault) => {
    const { server, send } = await setUp();
    const fields = { 'headers.0': fault };
    await expect(send({ headers: [header] })).rejects.toMatchObject({ problem: { fields } });
    expect(server.requestsTo('/echo')).toEqual([]);
    await server.close();
  });

  it('follows no redirect, so that the token stays where it is', async () => {
    const { server, send } = await setUp(({ path }) =>
      path === '/echo' ? { status: 302, headers: { Location: '/other' } } : {},
    );
    expect(await send()).toMatchObject({ status: 302, form: 'none' });
    expect(server.requestsTo('/other')).toEqual([]);
    await server.close();
  });

  it('shows no secret that the server echoes, and copies the answer as it came', async () => {
    const { server, sent, send, copied } = await setUp(({ headers }) => ({
      headers: { 'X-Echo': String(headers.authorization), 'Set-Cookie': 'id=1' },
      body: JSON.stringify({
        got: headers.authorization,
        coded: Buffer.from(token).toString('base64'),
        client: 'client-secret-88',
        big: 1,
      }),
    }));
    const answer = await send();
    expect(JSON.stringify(answer)).not.toMatch(/canary|client-secret|id=1/);
    expect(JSON.stringify(answer)).not.toContain(Buffer.from(token).toString('base64'));
    await sent.copy({ sendId: 's', what: 'body' });
    expect(copied[0]).toContain(`Bearer ${token}`);
    await sent.copy({ sendId: 's', what: 'whole' });
    expect(copied[1]).toMatch(/^GET http.*\nAuthorization: ••/);
    await server.close();
  });

  it('reads 1 MiB of a larger answer, says so, and leaves no half of a secret at its end', async () => {
    const filler = 'x'.repeat(1024 * 1024 - 10);
    const { server, send } = await setUp(() => ({ body: `${filler}${token}${filler}` }));
    const answer = await send();
    expect(answer).toMatchObject({ isCut: true, form: 'text', sizeBytes: 1024 * 1024 });
    expect(answer.body).not.toContain('canary');
    expect(answer.body.length).toBeGreaterThan(1_000_000);
    await server.close();
  });

  it.each([
    ['binary', { headers: { 'Content-Type': 'image/png' }, body: Buffer.from([0x89, 0x50, 0, 0xff]) }, ''],
    ['none', { status: 204 }, ''],
    [
      'text',
      { headers: { 'Content-Type': 'text/plain; charset=iso-8859-1' }, body: Buffer.from([0xe9]) },
      'é',
    ],
    ['json', { body: '{"a": 12345678901234567890}' }, '{"a": 12345678901234567890}'],
  ])('says honestly that what came is %s', async (form, answer, body) => {
    const { server, send } = await setUp(() => answer);
    expect(await send()).toMatchObject({ form, body });
    await server.close();
  });

  it('can be given up while nothing answers', async () => {
    const { server, sent, profileId } = await setUp(({ path }) => (path === '/slow' ? null : { body: '{}' }));
    const sending = sent.send({ sendId: 'x', profileId, request: draft({ path: '/slow' }) });
    await server.arrived(1, '/slow');
    sent.cancel('x');
    await expect(sending).rejects.toMatchObject({ code: 'cancelled' });
    await server.close();
  });
});

describe('requests that are kept with a server', () => {
  it('stay through an edit of the server and a start, and go into a share without those that could hold a secret', async () => {
    const { server, keeper, start, serverId, draft: about } = await setUp();
    const id = await keeper.saveRequest(serverId, { ...draft({ path: '/list?limit=3' }), name: 'List' });
    const headers = [{ name: 'X-Api-Key', value: 'k' }];
    await keeper.saveRequest(serverId, { ...draft({ headers }), name: 'With key' });
    await keeper.updateServer({ ...about, serverId, name: 'Renamed' });
    const again = await start();
    expect(again.state().servers[0]).toMatchObject({
      name: 'Renamed',
      requests: [
        { id, name: 'List', method: 'GET', path: '/list' },
        { name: 'With key', method: 'GET', path: '/echo' },
      ],
    });
    expect(again.readRequest(serverId, id)).toEqual(draft({ path: '/list?limit=3' }));
    const { text } = again.share();
    expect(text).toContain('"List"');
    expect(text).not.toContain('With key');
    expect(again.backup().text).toContain('With key');
    await server.close();
  });

  it('are changed, renamed and deleted by their id', async () => {
    const { server, keeper, serverId } = await setUp();
    const id = await keeper.saveRequest(serverId, { ...draft(), name: 'One' });
    expect(await keeper.saveRequest(serverId, { ...draft({ method: 'PUT' }), name: 'Two' }, id)).toBe(id);
    expect(keeper.state().servers[0]?.requests).toEqual([{ id, name: 'Two', method: 'PUT', path: '/echo' }]);
    await keeper.removeRequest(serverId, id);
    expect(keeper.state().servers[0]?.requests).toEqual([]);
    expect(() => keeper.readRequest(serverId, id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    await server.close();
  });

  it('begin as the call that asks who the token belongs to', async () => {
    const { server, keeper, serverId } = await setUp();
    expect(keeper.readRequest(serverId, undefined)).toMatchObject({ method: 'GET', path: '/userinfo' });
    await server.close();
  });
});
