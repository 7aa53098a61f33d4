import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kindFaults } from '../../../electron/contract/own-kind.ts';
import { kindViewSchema } from '../../../electron/contract/server.ts';
import { type ServerKind, serverKindSchema } from '../../../electron/contract/server-kind.ts';
import { Failure } from '../../../electron/failure.ts';
import type { Clock, Http } from '../../../electron/ports.ts';
import { resolvePath } from '../../../electron/servers/call-url.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import { kinds, kindView } from '../../../electron/servers/kinds.ts';
import type { Grant, Server } from '../../../electron/servers/server.ts';
import { madeUpKind } from '../../support/made-up-kind.ts';
import { change, changed, oddText } from './odd-kind.ts';

const ADDRESS = 'https://api.example/v1';

const tenant = {
  id: 'tenant',
  label: 'T',
  type: 'text',
  secret: false,
  optional: true,
  keep: 'always',
} as const;
const examples: readonly ServerKind[] = [
  ...kinds,
  madeUpKind,
  { ...madeUpKind, origins: ['https://declared.example'] },
].map((kind) => ({ ...kind, settings: [...kind.settings, tenant] }));

const grant: Grant = {
  accessToken: 'access',
  refreshToken: 'refresh',
  tokenType: 'Bearer',
  scope: null,
  access: { expiresAt: null, receivedAt: 0, source: 'unknown', guessed: false },
  refreshLife: null,
  lifetimeMs: null,
  clockSkewMs: null,
  idToken: null,
  key: null,
};

interface Sent {
  readonly url: string;
}

function recordingHttp(body: string, sent: Sent[]): Http {
  return {
    async send({ url }) {
      sent.push({ url });
      return { status: 200, headers: { location: 'https://evil.example' }, body, sentAt: 0, receivedAt: 1 };
    },
  };
}

/** Makes nobody wait. */
const hastyClock: Clock = {
  now: () => 0,
  after(_, callback) {
    const immediate = setImmediate(callback);
    return () => clearImmediate(immediate);
  },
};

/** Makes every call that a kind has; what is thrown has to be a failure that a user can be told. */
async function callAll(kind: ServerKind, server: Server, http: Http, value: string): Promise<void> {
  const engine = createEngine({ http, clock: hastyClock, kinds: () => [kind] });
  const forms = [...kind.logins, ...(kind.register ? [kind.register] : [])];
  const fields = Object.fromEntries(forms.flatMap((form) => form.fields.map(({ id }) => [id, value])));
  const context = { server, fields, onExchange: () => {} };
  const calls: readonly (() => unknown)[] = [
    ...kind.logins
      .filter((login) => !('flow' in login))
      .map(
        ({ id }) =>
          () =>
            engine.login(context, id),
      ),
    () => engine.refresh(context, grant),
    () => engine.identity(context, grant),
    () => engine.check(context, grant),
    () => engine.register(context),
    () => engine.end(context, grant),
    () => engine.curlTarget(server),
  ];
  for (const call of calls) {
    const thrown = await (async () => call())().then(
      () => null,
      (failure: unknown) => failure,
    );
    if (thrown !== null && !(thrown instanceof Failure)) throw thrown;
  }
}

function mayBeCalled(kind: ServerKind, server: Server): ReadonlySet<string> {
  const free = kind.settings.filter(({ mayLeaveOrigin }) => mayLeaveOrigin);
  const chosen = free.map(
    ({ id, initial = '' }) =>
      resolvePath(server.address, Object.hasOwn(server.settings, id) ? (server.settings[id] ?? '') : initial)
        ?.origin,
  );
  return new Set(
    [new URL(server.address).origin, ...(server.furtherOrigins ?? []), ...chosen].filter(
      (origin) => origin !== undefined,
    ),
  );
}

const reply = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.constantFrom('', '<html>', '{"access_token":"a"}', '[]', 'null'),
);

it('no description, however odd, crashes anything or sends a byte to an origin that nobody declared', async () => {
  const seen = { right: 0, wrong: 0, unread: 0, sent: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...examples),
      fc.array(change, { maxLength: 3 }),
      oddText,
      oddText,
      reply,
      async (example, changes, value, choice, body) => {
        const draft = changed(example, changes);
        const faults = Object.entries(kindFaults(draft));
        for (const [, message] of faults) expect(message).not.toBe('');
        const read = serverKindSchema.safeParse(draft);
        if (!read.success) {
          expect(faults).not.toEqual([]);
          seen.unread += 1;
          return;
        }
        // Also what the rules refuse has to be harmless: they come before the engine, and not in place of it.
        seen[faults.length === 0 ? 'right' : 'wrong'] += 1;
        const kind = read.data;
        kindViewSchema.strict().parse(kindView(kind));
        const server: Server = {
          id: 's',
          kindId: kind.id,
          name: 's',
          address: ADDRESS,
          settings: { tenant: choice },
          allowPlainHttp: false,
          furtherOrigins: kind.origins ?? [],
          acceptedLogins: [],
          facts: [],
        };
        const sent: Sent[] = [];
        await callAll(kind, server, recordingHttp(body, sent), value);
        const allowed = mayBeCalled(kind, server);
        for (const { url } of sent) expect(allowed).toContain(new URL(url).origin);
        seen.sent += sent.length;
      },
    ),
    { numRuns: 1000 },
  );
  // What the rules alone refuse comes by chance, a few times or many.
  expect(Math.min(seen.right, seen.unread, seen.sent)).toBeGreaterThan(10);
}, 120_000);
