import type { Environment } from '../../electron/contract/environment.ts';
import type { WindowFixture } from './fake-bridge.ts';
import { life, pictureFixture, server, sessionView } from './window-fixture.ts';

const places: readonly Environment[] = ['production', 'staging', 'development', 'none'];

/** A window with so many profiles, servers of every environment, and tags and favourites among them. */
export function manyFixture(now: number, count: number, serverCount = 10): WindowFixture {
  const fixture = pictureFixture(now);
  const servers = Array.from({ length: serverCount }, (_, index) => ({
    ...server(`s${index}`, 'zebbra', `Server ${index}`, `https://s${index}.example.com`),
    environment: places[index % places.length] ?? 'none',
  }));
  const sessions = Array.from({ length: count }, (_, index) =>
    sessionView(`user-${index}`, `s${index % serverCount}`, {
      state: 'fresh',
      keptBy: 'refresh-token',
      access: life(now, 600_000 + index * 1000, 3_600_000),
      nextActionAt: now + 300_000 + index * 1000,
      tags: index % 7 === 0 ? ['ops', 'eu'] : [],
      favourite: index % 50 === 0,
    }),
  );
  return {
    ...fixture,
    snapshot: { ...fixture.snapshot, servers, sessions, clipboard: null },
    details: {},
  };
}
