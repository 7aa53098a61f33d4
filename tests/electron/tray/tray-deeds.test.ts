import { expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import type { Notice } from '../../../electron/ports.ts';
import type { TrayAction } from '../../../electron/tray/tray-action.ts';
import { createTrayDeeds } from '../../../electron/tray/tray-deeds.ts';
import { words } from '../../../electron/words/words.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { life, server, sessionView } from '../../support/window-fixture.ts';

const { notices } = words;

/** What is said when a deed fails while the lock falls, or does not. */
async function saidAt(action: TrayAction, fallsLock: boolean): Promise<readonly Notice[]> {
  const clock = createFakeClock();
  const said: Notice[] = [];
  let mayName = true;
  const fail = async (): Promise<never> => {
    mayName = !fallsLock;
    throw new Failure('unreachable');
  };
  const act = createTrayDeeds({
    keeper: {
      state: () => ({
        servers: [server('zebbra', 'zebbra', 'Zebbra', 'https://zebbra.example.com')],
        sessions: [
          sessionView('alice', 'zebbra', {
            state: 'fresh',
            keptBy: 'refresh-token',
            access: life(clock.now(), 60_000, 60_000),
          }),
        ],
        attempts: [],
        ownKinds: [],
        removals: [],
        problem: null,
      }),
      refresh: fail,
    },
    clock,
    copySession: fail,
    requireOpen() {},
    lock: async () => {},
    updateSettings() {},
    mayName: () => mayName,
    answer: (notice) => void said.push(notice),
    goTo() {},
    open() {},
    quit() {},
  });
  await act(action);
  return said;
}

const deeds: readonly TrayAction[] = [
  { to: 'refresh', profileId: 'alice' },
  { to: 'copy', profileId: 'alice', format: 'header' },
  { to: 'refresh-all' },
];

it.each(deeds)('$to names what failed', async (action) => {
  const [notice] = await saidAt(action, false);
  expect(`${notice?.title} ${notice?.body}`).toContain('alice');
});

it.each(deeds)('$to names nobody once the lock has fallen', async (action) => {
  const said = await saidAt(action, true);
  expect(said).toHaveLength(1);
  expect(JSON.stringify(said)).not.toMatch(/alice|Zebbra/);
  expect(said[0]?.body).toBe(notices.locked);
});
