import { inspect } from 'node:util';
import { createAxiosHttp } from '../../electron/adapters/axios-http.ts';
import type { Exchange, SessionView } from '../../electron/contract/session.ts';
import { type RecordedRequest, startRecordingServer } from '../../electron/demo/servers/recording-server.ts';
import { createEngine } from '../../electron/servers/create-engine.ts';
import { kinds } from '../../electron/servers/kinds.ts';
import { createKeeper } from '../../electron/sessions/create-keeper.ts';
import { createFaultyStore, HOUR, MINUTE } from '../electron/sessions/keeper-kit.ts';
import { reply, type ScriptedAnswer } from '../servers/scripted.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { type Answer, secrets } from './answer.ts';

/** What one answer to one refresh came to. */
export interface Trial {
  /** What the refresh threw, `null` when it did not. */
  readonly thrown: unknown;
  readonly session: SessionView;
  readonly exchange: Exchange | undefined;
  /** The record as it is stored. */
  readonly stored: { readonly accessToken: unknown; readonly refreshToken: unknown };
  readonly now: number;
  readonly sent: number;
  /** How many more refreshes were sent in the two hours after a session was given up. */
  readonly sentLater: number;
  /** Everything that leaves main, or could be printed. */
  readonly visible: string;
}

export interface Trials {
  /** Signs in to a new server, refreshes once, and looks at everything. */
  refreshAnsweredWith(answer: Pick<Answer, 'reply' | 'kindId' | 'isEndless'>): Promise<Trial>;
  close(): Promise<void>;
}

/** An answer that takes this long was not given up when it had to be. */
const HANG_MS = 30_000;
const SESSION_MINUTES = 60;

/** A server, on the real network, that answers each refresh as it is told. */
export async function startTrials(): Promise<Trials> {
  const absent = reply({ status: 404 });
  let current: ScriptedAnswer = absent;
  const server = await startRecordingServer({}, (request, response) =>
    (isRefresh(request) ? current : absent)(response),
  );

  return {
    async refreshAnsweredWith({ reply: answer, kindId = 'oauth2', isEndless = false }) {
      const clock = createFakeClock(Date.now());
      const http = createAxiosHttp({ clock, resolveProxy: async () => 'DIRECT' });
      const store = createFaultyStore();
      let ids = 0;
      const keeper = createKeeper({
        engine: createEngine({ http, clock, kinds: () => kinds }),
        kinds,
        store,
        clock,
        random: () => 0,
        newId: () => {
          ids += 1;
          return `id-${ids}`;
        },
      });
      await keeper.open();
      const settings = kindId === 'oauth2' ? { tokenUrl: '/token', identityPath: '' } : {};
      const draft = { kindId, name: 'Trial', address: server.url, settings, allowPlainHttp: false };
      const { serverId } = await keeper.addServer(draft);
      const client =
        kindId === 'datarhei-core' ? {} : { clientId: 'desktop', clientSecret: secrets.clientSecret };
      const { accessToken, refreshToken } = secrets;
      const { profileId } = await keeper.login({
        serverId,
        loginId: 'paste',
        fields: { ...client, accessToken, refreshToken },
        remember: false,
        attemptId: 'a1',
      });
      await keeper.updateProfile({ profileId, lifetimeMinutes: SESSION_MINUTES });
      await clock.advance(MINUTE);

      current = answer;
      const before = server.requests.length;
      const refresh = keeper.refresh(profileId).then(
        () => null,
        (error: unknown) => error,
      );
      if (isEndless) {
        await server.arrived(before + 1);
        await clock.advance(20_000);
      }
      const thrown = await orHang(refresh);
      const sent = server.requests.slice(before).filter(isRefresh).length;
      const now = clock.now();
      const [session] = keeper.state().sessions;
      if (!session) throw new Error('The session is gone.');
      const detail = keeper.detail(profileId);
      const record = JSON.parse(store.records.get(profileId) ?? '{}');
      const visible = inspect([thrown, session, detail], {
        depth: null,
        showHidden: true,
        maxStringLength: null,
      });
      if (session.state === 'needs-sign-in') await clock.advance(2 * HOUR);
      const sentLater = server.requests.slice(before).filter(isRefresh).length - sent;
      keeper.close();
      const exchange = detail.exchanges.filter(({ purpose }) => purpose === 'refresh').at(-1);
      return { thrown, session, exchange, stored: record.grant ?? {}, now, sent, sentLater, visible };
    },
    close: () => server.close(),
  };
}

function isRefresh({ path, body }: RecordedRequest): boolean {
  return path === '/api/login/refresh' || body.includes('refresh_token');
}

function orHang<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('It hangs.')), HANG_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
