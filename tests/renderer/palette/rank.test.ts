import { describe, expect, it } from 'vitest';
import type { Command } from '../../../renderer/palette/command.ts';
import { rank } from '../../../renderer/palette/rank.ts';
import { sessionView } from '../../support/window-fixture.ts';

function command(id: string, label = id): Command {
  return { id, label, run: () => undefined };
}

function session(name: string, state: 'fresh' | 'needs-sign-in' = 'fresh'): Command {
  return {
    ...command(name),
    words: ['Zebbra'],
    of: { session: sessionView(name, 'z', { state }), serverName: 'Zebbra' },
  };
}

function shown(query: string, commands: readonly Command[], recent: readonly string[] = []) {
  return rank(query, commands, recent).groups.map(({ label, items }) => [
    label,
    ...items.map(({ id }) => id),
  ]);
}

describe('rank', () => {
  it('shows without a query what needs the user, what was used last, then the rest', () => {
    const commands = [session('ada'), session('bob', 'needs-sign-in'), session('cy'), command('Lock')];
    expect(shown('', commands, ['cy'])).toEqual([
      ['Needs you', 'bob'],
      ['Recent', 'cy'],
      ['Sessions', 'ada'],
      ['Commands', 'Lock'],
    ]);
  });

  it('puts what fits best first, and of equals what was used last', () => {
    const commands = [session('amber'), session('abel'), session('zab'), command('About')];
    expect(shown('ab', commands)).toEqual([
      ['Sessions', 'abel', 'zab', 'amber'],
      ['Commands', 'About'],
    ]);
    expect(shown('a', commands, ['abel'])[0]).toEqual(['Sessions', 'abel', 'amber', 'zab']);
    expect(shown('about', commands)).toEqual([['Commands', 'About']]);
  });

  it('keeps commands on the list however many sessions there are, and says how many there would be', () => {
    const crowd = Array.from({ length: 500 }, (_, index) => session(`user-${index}`));
    const all = rank('', [...crowd, command('Lock')], []);
    expect(all.found).toBe(501);
    expect(all.groups.at(-1)?.items.map(({ id }) => id)).toEqual(['Lock']);
    expect(all.groups.flatMap(({ items }) => items)).toHaveLength(50);
    expect(rank('user', crowd, []).found).toBe(500);
  });
});
