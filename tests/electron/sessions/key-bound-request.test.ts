import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import { loopback } from '../../../electron/adapters/loopback.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { RequestDraft } from '../../../electron/contract/request-draft.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import { playPerson } from '../../servers/real/play-person.ts';
import { startRealOidc } from '../../servers/real/real-oidc.ts';
import type { RealServer } from '../../servers/real/spawn-server.ts';
import { createFaultyStore } from './keeper-kit.ts';

const draft: RequestDraft = {
  method: 'GET',
  path: '/me',
  headers: [],
  body: '',
  contentType: 'application/json',
};
const START_LIMIT_MS = 30_000;

describe.each([
  ['with', true],
  ['without', false],
] as const)(
  'a request of the user, at a real provider that binds tokens to keys %s a nonce',
  (_, dpopNonce) => {
    let server: RealServer;
    beforeAll(async () => {
      server = await startRealOidc({ dpopNonce });
    }, START_LIMIT_MS);
    afterAll(() => server.close());

    /** A keeper that has signed in through a browser, on a store that another one can open. */
    async function openKeeper(store: ReturnType<typeof createFaultyStore>) {
      const browser = {
        open: async (url: string) => {
          void playPerson(url);
          return true;
        },
      };
      const http = createAxiosHttp({ clock: systemClock, resolveProxy: async () => 'DIRECT' });
      let ids = store.records.size;
      const keeper = createKeeper({
        engine: createEngine({
          http,
          clock: systemClock,
          kinds: () => kinds,
          desktop: { browser, loopback },
        }),
        kinds,
        store,
        clock: systemClock,
        random: () => 0,
        newId: () => {
          ids += 1;
          return `id-${ids}`;
        },
      });
      await keeper.open();
      return keeper;
    }

    async function signedIn() {
      const store = createFaultyStore();
      const keeper = await openKeeper(store);
      const { serverId } = await keeper.addServer({
        kindId: 'openid',
        name: 'Provider',
        address: server.url,
        settings: {
          issuer: server.url,
          authorizationUrl: '/auth',
          tokenUrl: '/token',
          userinfoUrl: '/me',
          jwksUrl: '/jwks',
          clientAuth: 'none',
          dpop: 'on',
        },
        allowPlainHttp: false,
      });
      const fields = { clientId: 'desktop-dpop', scope: 'openid email offline_access' };
      const login = { serverId, loginId: 'browser', fields, remember: false, attemptId: 'a1' };
      const { profileId } = await keeper.login(login);
      return { store, keeper, profileId };
    }

    it('is sent with its own proof, which the provider takes, and shows neither key nor token', async () => {
      const { keeper, profileId } = await signedIn();
      expect(keeper.detail(profileId).isKeyBound).toBe(true);
      const answer = await keeper.sendRequest(profileId, draft, new AbortController().signal);
      expect(answer.reply.status).toBe(200);
      expect(Buffer.from(answer.reply.bytes ?? []).toString()).toContain('alice@example.test');
      expect(JSON.stringify(answer.request)).not.toContain(keeper.token(profileId, 'access'));
      keeper.close();
    });

    it('is taken as well by whoever has not spoken to the provider since a restart', async () => {
      const { store, keeper, profileId } = await signedIn();
      keeper.close();
      const again = await openKeeper(store);
      const { reply } = await again.sendRequest(profileId, draft, new AbortController().signal);
      expect(reply.status).toBe(200);
      again.close();
    });

    it('of another method has a proof of its own, which the provider takes too', async () => {
      const { keeper, profileId } = await signedIn();
      const post: RequestDraft = { ...draft, method: 'POST' };
      const { reply } = await keeper.sendRequest(profileId, post, new AbortController().signal);
      expect(reply.status).toBe(200);
      keeper.close();
    });
  },
);
