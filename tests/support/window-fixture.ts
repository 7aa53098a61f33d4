import { defaultSettings } from '../../electron/contract/default-settings.ts';
import type { Claim } from '../../electron/contract/inspection.ts';
import type { ServerView } from '../../electron/contract/server.ts';
import type { Life, SessionDetail, SessionView } from '../../electron/contract/session.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { kinds, kindView } from '../../electron/servers/kinds.ts';
import type { WindowFixture } from './fake-bridge.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** A server with nothing set beyond its kind. */
export function server(id: string, kindId: string, name: string, address: string): ServerView {
  return {
    id,
    kindId,
    name,
    environment: 'none',
    address,
    settings: {},
    allowPlainHttp: address.startsWith('http:'),
    plainHttp: address.startsWith('http:'),
    hasOwnCa: false,
    demo: false,
    otherOrigins: [],
    canCheck: true,
    acceptedLogins: [],
    possibleLogins: kinds.find(({ id }) => id === kindId)?.logins.map((login) => login.id) ?? [],
    facts: [],
    requests: [],
  };
}

const servers: readonly ServerView[] = [
  server('dot', 'django-oauth-toolkit', 'Community & Translator', 'https://translate.example.org'),
  server('core', 'datarhei-core', 'datarhei Core', 'https://core.example.net:8080'),
  server('zebbra', 'zebbra', 'Zebbra', 'http://zebbra.example.com'),
  server('billing', 'oauth2', 'Billing API', 'https://billing.example.com'),
  server('sso', 'oauth2', 'Staging SSO', 'https://sso.staging.example.com'),
];

/** A life of `lifeMs` with `leftMs` to go. */
export function life(now: number, leftMs: number, lifeMs: number, source: Life['source'] = 'exp-iat'): Life {
  return { expiresAt: now + leftMs, receivedAt: now + leftMs - lifeMs, source, guessed: false };
}

/** A session with a few things of its own; what is not named is as of one that is signed out. */
export function sessionView(
  profileId: string,
  serverId: string,
  part: Partial<SessionView> = {},
): SessionView {
  return {
    profileId,
    serverId,
    name: profileId,
    tags: [],
    favourite: false,
    state: 'signed-out',
    access: null,
    refreshToken: null,
    nextActionAt: null,
    keptBy: 'nothing',
    identity: null,
    problem: null,
    sinceAt: null,
    loginId: 'password',
    remembered: false,
    unsaved: false,
    revision: 1,
    ...part,
  };
}

function says(who: string, askedAt: number, current = true): SessionView['identity'] {
  return { who, askedAt, current, details: [] };
}

/** The sessions of the design's pictures: every state once at least. */
function pictureSessions(now: number): readonly SessionView[] {
  const refreshing = { keptBy: 'refresh-token' } as const;
  return [
    sessionView('alice', 'dot', {
      ...refreshing,
      state: 'fresh',
      access: life(now, 132 * second, 10 * minute, 'expires_in'),
      refreshToken: life(now, 21 * hour + 5 * minute + 30_000, 24 * hour, 'documented'),
      nextActionAt: now + 42 * second,
      identity: says('alice', now - 8 * minute),
    }),
    sessionView('bob', 'dot', {
      state: 'needs-sign-in',
      sinceAt: now - 4 * minute,
      problem: { code: 'grant-refused', status: 400, serverSays: 'Token is invalid.' },
      identity: says('bob', now - hour, false),
    }),
    sessionView('admin', 'core', {
      ...refreshing,
      state: 'fresh',
      access: life(now, 391 * second, 10 * minute, 'exi'),
      refreshToken: life(now, 23 * hour + 39 * minute + 30_000, 24 * hour, 'exp-iat'),
      nextActionAt: now + 301 * second,
      identity: {
        ...(says('admin', now - 209 * second) ?? { who: '', askedAt: 0, current: true }),
        details: [
          { label: 'Server name', value: 'core-1' },
          { label: 'Version', value: '16.16.0' },
        ],
      },
    }),
    sessionView('viewer', 'core', {
      ...refreshing,
      state: 'retrying',
      access: life(now, 78 * second, 10 * minute, 'exi'),
      refreshToken: life(now, 5 * hour + 48 * minute + 30_000, 24 * hour, 'exp-iat'),
      nextActionAt: now + 12 * second,
      problem: { code: 'server-busy', status: 503, nextTryAt: now + 12 * second },
      identity: says('viewer', now - 9 * minute),
    }),
    sessionView('charlie_brown', 'zebbra', {
      state: 'cannot-refresh',
      access: life(now, 768 * second, 30 * minute, 'exp'),
      identity: says('charlie_brown@example.com', now - 17 * minute),
    }),
    sessionView('qa_tester', 'zebbra', {
      sinceAt: now - 20 * hour,
      identity: says('qa_tester@example.com', now - 21 * hour, false),
    }),
    sessionView('billing-service', 'billing', {
      state: 'fresh',
      keptBy: 'login-again',
      access: life(now, 2885 * second, hour, 'expires_in'),
      nextActionAt: now + 2345 * second,
      identity: says('client billing-service', now - 12 * minute),
      remembered: true,
    }),
    sessionView('johndoe', 'sso', {
      ...refreshing,
      state: 'fresh',
      access: life(now, 1636 * second, 30 * minute, 'expires_in'),
      refreshToken: life(now, 7 * hour + 40 * minute + 30_000, 8 * hour, 'documented'),
      nextActionAt: now + 1366 * second,
      identity: says('johndoe@example.com', now - 3 * minute),
    }),
  ];
}

/** One claim; an instant is one where `at` is named. */
export function claim(
  name: string,
  value: string,
  at: number | null = null,
  type: Claim['type'] = at === null ? 'string' : 'number',
): Claim {
  return { name, value, type, at, guessed: false };
}

/** A token that nothing can be read of. */
export function opaqueView(masked: string): NonNullable<SessionDetail['access']> {
  return { masked, format: 'opaque', variant: null, algorithm: null, header: [], claims: [], notes: [] };
}

export function jwtView(masked: string, algorithm: string, claims: readonly Claim[]) {
  const header = [claim('alg', algorithm), claim('typ', 'JWT')];
  return { ...opaqueView(masked), format: 'jwt' as const, algorithm, header, claims: [...claims] };
}

function jwtDetail(now: number): SessionDetail {
  const issuedAt = now - 209 * second;
  const at = (seconds: number): string => String(Math.round((issuedAt + seconds * second) / second));
  return {
    profileId: 'admin',
    revision: 1,
    access: jwtView('eyJhbGciOi...k4laUWw', 'HS256', [
      claim('iss', 'datarhei-core'),
      claim('sub', 'admin'),
      claim('usefor', 'access'),
      claim('iat', at(0), issuedAt),
      claim('exp', at(600), issuedAt + 10 * minute),
      claim('exi', '600', null, 'number'),
    ]),
    refreshToken: jwtView('eyJhbGciOi...9dTq2Rs', 'HS256', [claim('usefor', 'refresh')]),
    events: [{ at: issuedAt + 10 * minute, what: 'ends' }],
    earlier: null,
    idToken: null,
    idTokenFault: null,
    scope: null,
    askedScope: null,
    isKeyBound: false,
    clockSkewMs: 3000,
    lifetimeMs: 10 * minute,
    check: null,
    exchanges: [
      exchange(issuedAt, 'refresh', 'ok', 'GET', '/api/login/refresh', 200, 18),
      exchange(issuedAt - 510_000, 'refresh', 'ok', 'GET', '/api/login/refresh', 200, 22),
      {
        ...exchange(issuedAt - 515_000, 'refresh', 'later', 'GET', '/api/login/refresh', 503, 9),
        problem: { code: 'server-busy', status: 503 },
      },
      exchange(issuedAt - 1_025_000, 'login', 'ok', 'POST', '/api/login', 200, 41),
    ],
    fields: { username: 'admin' },
    keptSecrets: [],
    lifetimeMinutes: null,
  };
}

export function exchange(
  at: number,
  purpose: SessionDetail['exchanges'][number]['purpose'],
  outcome: SessionDetail['exchanges'][number]['outcome'],
  method: string,
  path: string,
  status: number | null,
  elapsedMs: number,
): SessionDetail['exchanges'][number] {
  return { at, purpose, outcome, method, path, status, elapsedMs, problem: null };
}

function opaqueDetail({ profileId, access }: SessionView, now: number): SessionDetail {
  return {
    ...jwtDetail(now),
    profileId,
    access: access === null ? null : opaqueView('Zp8f...x0Qd'),
    refreshToken: null,
    events: [],
    scope: 'read write',
    clockSkewMs: 0,
    check: { askedAt: now - 20 * second, verdict: 'alive', expiresAt: now + 132 * second },
    lifetimeMs: null,
  };
}

/** The window of the design's pictures, with every time counted from `now`. */
export function pictureFixture(now: number): WindowFixture {
  const sessions = pictureSessions(now);
  const snapshot: Snapshot = {
    vault: { status: 'open', protectedBy: ['keyring'], damaged: [], rolledBack: [] },
    servers: [...servers],
    sessions: [...sessions],
    attempts: [],
    ownKinds: [],
    removals: [],
    update: { state: 'off' },
    settings: defaultSettings,
    clipboard: {
      format: 'header',
      profileId: 'admin',
      profileName: 'admin',
      serverName: 'datarhei Core',
      copiedAt: now - 6 * second,
      clearsAt: now + 39 * second,
    },
    problem: null,
  };
  return {
    snapshot,
    kinds: kinds.map(kindView),
    details: {
      ...Object.fromEntries(sessions.map((session) => [session.profileId, opaqueDetail(session, now)])),
      admin: jwtDetail(now),
    },
    platform: 'linux',
    hasTray: true,
    problems: {},
  };
}

/** A vault without a server in it. */
export function emptyFixture(now: number): WindowFixture {
  const fixture = pictureFixture(now);
  return { ...fixture, snapshot: { ...fixture.snapshot, servers: [], sessions: [], clipboard: null } };
}

/** What real data does to a layout: very long names, right-to-left ones, no end known, a wall that is full. */
export function hardFixture(now: number): WindowFixture {
  const fixture = pictureFixture(now);
  const long = 'a-name-that-somebody-really-gave '.repeat(7).slice(0, 200);
  const base = { state: 'fresh', keptBy: 'refresh-token' } as const;
  const sessions: readonly SessionView[] = [
    sessionView('long', 'long', {
      ...base,
      name: long,
      access: life(now, 26 * hour, 30 * hour),
      refreshToken: { expiresAt: null, receivedAt: now, source: 'unknown', guessed: false },
      identity: says(`${'very.long.address.'.repeat(9)}@example.com`, now),
    }),
    sessionView('rtl', 'rtl', {
      ...base,
      name: 'مدير النظام',
      access: life(now, 3 * hour + 2 * minute, 4 * hour),
      identity: says('مدير@example.com', now),
      unsaved: true,
    }),
    sessionView('unknown', 'rtl', {
      ...base,
      keptBy: 'nothing',
      state: 'cannot-refresh',
      access: { expiresAt: null, receivedAt: now, source: 'unknown', guessed: false },
    }),
    sessionView('dying', 'core', {
      state: 'cannot-refresh',
      access: life(now, 4 * minute, 30 * minute),
      identity: says('dying@example.com', now),
    }),
    sessionView('entering', 'core', { state: 'signing-in' }),
    ...Array.from({ length: 9 }, (_, index) =>
      sessionView(`crowd-${index}`, 'core', {
        ...base,
        refreshToken: life(now, 5 * hour, 24 * hour),
        access: life(now, 600_000 + index * 9000, 30 * minute),
        nextActionAt: now + 300_000 + index * 9000,
      }),
    ),
  ];
  return {
    ...fixture,
    snapshot: {
      ...fixture.snapshot,
      vault: { status: 'memory' },
      servers: [
        server('core', 'datarhei-core', 'datarhei Core', 'https://core.example.net:8080'),
        server('long', 'zebbra', long, `http://${'deep.'.repeat(30)}example.com/with/a/path`),
        server('rtl', 'oauth2', 'خادم التجارب', 'https://rtl.example.com'),
        server('bare', 'oauth2', 'Nobody here', 'https://bare.example.com'),
      ],
      sessions: [...sessions],
      problem: { code: 'vault-cannot-save' },
      clipboard: {
        format: 'curl-env',
        profileId: 'long',
        profileName: long,
        serverName: long,
        copiedAt: now,
        clearsAt: now + 45_000,
      },
    },
    details: Object.fromEntries(sessions.map((session) => [session.profileId, opaqueDetail(session, now)])),
  };
}
