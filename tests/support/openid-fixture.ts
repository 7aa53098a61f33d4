import type { Prompt, SessionDetail } from '../../electron/contract/session.ts';
import type { WindowFixture } from './fake-bridge.ts';
import {
  claim,
  exchange,
  jwtView,
  life,
  opaqueView,
  pictureFixture,
  server,
  sessionView,
} from './window-fixture.ts';

const minute = 60_000;

export const browserPrompt = (now: number, opened: boolean): Prompt => ({
  kind: 'browser',
  url: `https://accounts.example.com/authorize?client_id=lanyard&response_type=code&scope=openid+offline_access&redirect_uri=http%3A%2F%2F127.0.0.1%3A49152%2Fcallback&state=${'s'.repeat(43)}&code_challenge=${'c'.repeat(43)}&code_challenge_method=S256&nonce=${'n'.repeat(43)}`,
  opened,
  endsAt: now + 5 * minute,
});

export const devicePrompt = (now: number): Prompt => ({
  kind: 'device',
  userCode: 'WDJBMJHT',
  verificationUri: 'https://accounts.example.com/device',
  verificationUriComplete: 'https://accounts.example.com/device?user_code=WDJBMJHT',
  endsAt: now + 10 * minute,
});

/** What a login on another device has asked so far. */
export function deviceExchanges(now: number) {
  const pending = (at: number) => exchange(at, 'login', 'later', 'POST', '/token', 400, 12);
  return [
    exchange(now - 12_000, 'authorize', 'ok', 'POST', '/device/auth', 200, 21),
    pending(now - 7000),
    pending(now - 2000),
  ];
}

function erinDetail(base: SessionDetail, now: number): SessionDetail {
  // A claim counts whole seconds.
  const issuedAt = Math.floor(now / 1000) * 1000 - 4 * minute;
  return {
    ...base,
    profileId: 'erin',
    access: opaqueView('Zp8f••••••x0'),
    refreshToken: null,
    idToken: {
      signature: 'verified',
      receivedAt: issuedAt,
      ...jwtView('eyJhbGciOi••••••k4la', 'RS256', [
        claim('iss', 'https://accounts.example.com'),
        claim('sub', '248289761001'),
        claim('aud', 'lanyard'),
        claim('email', 'erin@example.com'),
        claim('auth_time', String(issuedAt / 1000), issuedAt),
        claim('exp', String(issuedAt / 1000 + 3600), issuedAt + 60 * minute),
        claim('nonce', 'n-0S6_WzA2Mj'),
      ]),
    },
    scope: 'openid email profile',
    askedScope: 'openid email profile offline_access',
    isKeyBound: true,
    exchanges: [
      exchange(issuedAt, 'identity', 'ok', 'GET', '/userinfo', 200, 14),
      exchange(issuedAt - 40, 'keys', 'ok', 'GET', '/jwks', 200, 9),
      exchange(issuedAt - 90, 'login', 'ok', 'POST', '/token', 200, 31),
    ],
    check: null,
    fields: { clientId: 'lanyard' },
    keptSecrets: [],
  };
}

/** The design's window with an OpenID server beside the others, and one who signed in there. */
export function openidFixture(now: number): WindowFixture {
  const fixture = pictureFixture(now);
  const accounts = {
    ...server('accounts', 'openid', 'Accounts', 'https://accounts.example.com'),
    settings: { tokenUrl: '/token', authorizationUrl: '/authorize', clientAuth: 'none', dpop: 'on' },
  };
  const erin = sessionView('erin', 'accounts', {
    state: 'cannot-refresh',
    access: life(now, 56 * minute, 60 * minute, 'expires_in'),
    identity: { who: 'erin@example.com', askedAt: now - 4 * minute, current: true, details: [] },
    loginId: 'browser',
  });
  const base = fixture.details.alice;
  if (!base) throw new Error('The fixture has no detail to start from.');
  return {
    ...fixture,
    snapshot: {
      ...fixture.snapshot,
      servers: [...fixture.snapshot.servers, accounts],
      sessions: [...fixture.snapshot.sessions, erin],
      clipboard: null,
    },
    details: { ...fixture.details, erin: erinDetail(base, now) },
  };
}
