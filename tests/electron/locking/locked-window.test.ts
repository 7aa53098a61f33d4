import { expect, test } from 'vitest';
import { startMain } from './main-under-test.ts';

test.each([true, false])(
  'locked countdowns: names and ends where that was chosen, and nothing else (sessions kept alive: %s)',
  async (refreshWhileLocked) => {
    const main = await startMain({ refreshWhileLocked, lockedCountdowns: true });
    const [session] = main.keeper.state().sessions;
    await main.lock();
    const { vault } = main.snapshots.current();
    expect(vault).toMatchObject({
      status: 'locked',
      countdowns: [
        {
          profileId: main.profileId,
          name: session?.name,
          serverName: 'django-oauth-toolkit',
          expiresAt: session?.access?.expiresAt,
        },
      ],
    });
    Object.assign(main.settings, { lockedCountdowns: false });
    expect(main.snapshots.current().vault).not.toHaveProperty('countdowns');
  },
);

test('while another program holds the clipboard, a locked window says what lies there, and whose only where names are shown', async () => {
  const main = await startMain();
  const [session] = main.keeper.state().sessions;
  const names = { profileName: session?.name, serverName: 'django-oauth-toolkit' };
  expect(main.snapshots.current().clipboard).toMatchObject(names);
  main.clip.isBusy = true;
  await main.lock();
  const { clipboard } = main.snapshots.current();
  expect(clipboard).toMatchObject({ format: 'header', profileName: null, serverName: null });
  expect(JSON.stringify(main.snapshots.current())).not.toContain(session?.name);
  Object.assign(main.settings, { lockedCountdowns: true });
  expect(main.snapshots.current().clipboard).toMatchObject(names);
});
