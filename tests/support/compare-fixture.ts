import type { SessionDetail } from '../../electron/contract/session.ts';
import type { WindowFixture } from './fake-bridge.ts';
import { claim, jwtView, life, opaqueView, pictureFixture, server, sessionView } from './window-fixture.ts';

const minute = 60_000;
const hour = 60 * minute;
const long = 'a-name-that-somebody-really-gave '.repeat(7).slice(0, 200);
const longPart = `https://api.example.com/${'a-very-long-scope-'.repeat(8)}`;

/** Two sessions whose tokens differ in all that tokens differ in, with long and right-to-left names; the first had another before. */
export function compareFixture(now: number): WindowFixture {
  const fixture = pictureFixture(now);
  const base = fixture.details.admin;
  if (base === undefined) throw new Error('the fixture of the pictures has no admin');
  const at = Math.floor(now / 1000) * 1000;
  const seconds = (ms: number): string => String((at + ms) / 1000);
  const times = (lifeMs: number) => [
    claim('iat', seconds(-minute), at - minute),
    claim('exp', seconds(lifeMs), at + lifeMs),
  ];
  const before = jwtView('', 'RS256', [
    claim('iss', 'https://id.example.com'),
    claim('sub', 'مدير النظام'),
    claim('aud', JSON.stringify(['billing', longPart]), null, 'array'),
    claim('scope', `read write admin:write ${longPart}`),
    claim(
      'https://example.com/claims/a-namespace-that-is-long',
      JSON.stringify({ plan: 'x'.repeat(200) }),
      null,
      'object',
    ),
    claim('secret', 'Not shown: a secret stands in it', null, 'hidden'),
    ...times(hour),
  ]);
  const after = jwtView('eyJhbGciOi••••••k4la', 'ES256', [
    claim('iss', 'https://id.example.com'),
    claim('sub', 'مدير النظام'),
    claim('aud', 'billing'),
    claim('scope', 'read audit'),
    claim('secret', 'Not shown: a secret stands in it', null, 'hidden'),
    ...times(10 * minute),
  ]);
  const { masked: _, ...earlier } = before;
  const detail = (profileId: string, part: Partial<SessionDetail>): SessionDetail => ({
    ...base,
    profileId,
    ...part,
  });
  const shared = {
    state: 'fresh',
    keptBy: 'refresh-token',
    refreshToken: life(now, 5 * hour, 6 * hour),
  } as const;
  return {
    ...fixture,
    snapshot: {
      ...fixture.snapshot,
      clipboard: null,
      servers: [
        server('long', 'oauth2', long, 'https://long.example.com'),
        server('rtl', 'oauth2', 'خادم التجارب', 'https://rtl.example.com'),
      ],
      sessions: [
        sessionView('long', 'long', {
          ...shared,
          name: long,
          access: life(now, 9 * minute, 10 * minute),
          replacedBy: 'refresh',
        }),
        sessionView('rtl', 'rtl', { ...shared, name: 'مدير', access: life(now, -minute, hour) }),
      ],
    },
    details: {
      long: detail('long', {
        access: after,
        earlier: {
          access: earlier,
          idToken: null,
          scope: `read write admin:write ${longPart}`,
          life: life(now, 55 * minute, hour),
          lifetimeMs: hour,
          replacedBy: 'refresh',
        },
        scope: 'read audit',
      }),
      rtl: detail('rtl', { access: opaqueView('Zp8f••••••x0'), scope: 'read', lifetimeMs: hour }),
    },
  };
}
