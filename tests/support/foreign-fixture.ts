import type { WindowFixture } from './fake-bridge.ts';
import { life, pictureFixture, server, sessionView } from './window-fixture.ts';

const minute = 60_000;

/** Names as people and servers give them, and as those do who mean harm: none may break a line or turn its neighbours over. */
const foreignNames = {
  arabic: 'مدير النظام في المنطقة الشمالية',
  hebrew: 'מנהל (בדיקה) 123',
  spaces: 'a name that goes on '.repeat(10).trim(),
  unbroken: 'x'.repeat(200),
  marks: `Z${'\u0335\u0336\u0361'.repeat(20)}algo`,
  emoji: '👩‍💻🏳️‍🌈'.repeat(12),
  override: '\u202eexe.nimda',
  isolates: '\u2067\u2066\u2069\u2069\u2069turned',
} as const;

/** A wall of such names, on servers that are called so too, with one of them open to be asked about. */
export function foreignFixture(now: number): WindowFixture {
  const fixture = pictureFixture(now);
  const names = Object.entries(foreignNames);
  const sessions = names.map(([id, name], index) =>
    sessionView(id, id, {
      name,
      state: index % 2 === 0 ? 'fresh' : 'cannot-refresh',
      keptBy: index % 2 === 0 ? 'refresh-token' : 'nothing',
      access: life(now, (10 + index * 5) * minute, 60 * minute),
      identity: { who: name, askedAt: now, current: true, details: [] },
    }),
  );
  const { admin } = fixture.details;
  if (admin === undefined) throw new Error('The fixture has no details of admin.');
  return {
    ...fixture,
    snapshot: {
      ...fixture.snapshot,
      servers: names.map(([id, name]) => server(id, 'zebbra', name, `https://${id}.example.com`)),
      sessions,
      clipboard: {
        format: 'header',
        profileId: 'override',
        profileName: foreignNames.override,
        serverName: foreignNames.unbroken,
        copiedAt: now,
        clearsAt: now + 45_000,
      },
    },
    details: Object.fromEntries(names.map(([profileId]) => [profileId, { ...admin, profileId }])),
  };
}
