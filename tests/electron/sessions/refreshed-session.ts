import { signJwt } from '../../../electron/demo/servers/jwt.ts';
import { Failure } from '../../../electron/failure.ts';
import type { HttpReply } from '../../../electron/ports.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFaultyStore, DAY } from './keeper-kit.ts';

export const YEAR = 365 * DAY;
export const start = Date.UTC(2026, 0, 1, 12);

interface Reply {
  /** As it stands in the JSON, for numbers that JavaScript would not write. */
  readonly expiresIn?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly serverDateMs?: number;
}

/** A session on a server that answers every refresh like this, just refreshed. */
export async function refreshed(reply: Reply, startAt = start) {
  const clock = createFakeClock(startAt);
  const sentAt: number[] = [];
  const network = { isUp: true };
  const http = {
    async send(): Promise<HttpReply> {
      sentAt.push(clock.now());
      if (!network.isUp) throw new Failure('unreachable', { done: 'no' });
      const token = reply.claims
        ? signJwt({ ...reply.claims, jti: sentAt.length }, 'k')
        : `t${sentAt.length}`;
      const expiresIn = reply.expiresIn === undefined ? '' : `,"expires_in":${reply.expiresIn}`;
      const date =
        reply.serverDateMs === undefined ? {} : { date: new Date(reply.serverDateMs).toUTCString() };
      const body = `{"access_token":"${token}","refresh_token":"r${sentAt.length}"${expiresIn}}`;
      return { status: 200, headers: date, body, sentAt: clock.now(), receivedAt: clock.now() };
    },
  };
  let ids = 0;
  const store = createFaultyStore();
  const parts = {
    engine: createEngine({ http, clock, kinds: () => kinds }),
    kinds,
    store,
    clock,
    random: () => 0,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  };
  const keeper = createKeeper(parts);
  await keeper.open();
  const settings = { tokenUrl: '/token', identityPath: '' };
  const draft = {
    kindId: 'oauth2',
    name: 'S',
    address: 'https://s.example',
    settings,
    allowPlainHttp: false,
  };
  const { serverId } = await keeper.addServer(draft);
  const fields = { clientId: 'desktop', accessToken: 'a', refreshToken: 'r' };
  const login = { serverId, loginId: 'paste', fields, remember: false, attemptId: 'a1' };
  const { profileId } = await keeper.login(login);
  await keeper.refresh(profileId);
  sentAt.length = 0;
  const session = () => {
    const [one] = keeper.state().sessions;
    if (!one) throw new Error('There is no session.');
    return one;
  };
  return { keeper, clock, network, parts, profileId, sentAt, session, receivedAt: clock.now() };
}
