import { expect, test } from 'vitest';
import { HOUR, held, newGrant } from '../sessions/keeper-kit.ts';
import { locked, startMain } from './main-under-test.ts';

test('a disk that fails once as the vault opens: "look again" reads the sessions, and they are kept alive again', async () => {
  const main = await startMain();
  await main.lock();
  await locked(main);
  main.disk.isFailing = true;
  await main.vault.unlock('one');
  const shown = () => main.snapshots.current().vault;
  await expect.poll(shown).toEqual({ status: 'unreadable', reason: 'damaged' });
  await expect(main.handlers['vault.retryKeyring'](undefined)).rejects.toMatchObject({
    code: 'vault-unreadable',
  });
  expect(shown()).toEqual({ status: 'unreadable', reason: 'damaged' });
  main.disk.isFailing = false;
  await main.handlers['vault.retryKeyring'](undefined);
  expect(shown()).toMatchObject({ status: 'open' });
  expect(main.snapshots.current().sessions).toMatchObject([{ profileId: main.profileId, state: 'fresh' }]);
  const before = main.count('refresh');
  await main.clock.advance(HOUR);
  await expect.poll(() => main.count('refresh')).toBeGreaterThan(before);
});

test('a vault whose sessions cannot be read is said to be locked once it is, and not unreadable for ever', async () => {
  const main = await startMain();
  await main.lock();
  main.disk.isFailing = true;
  await main.vault.unlock('one');
  const shown = () => main.snapshots.current().vault.status;
  await expect.poll(shown).toBe('unreadable');
  await main.lock();
  await expect.poll(shown).toBe('locked');
  main.disk.isFailing = false;
  await main.vault.unlock('one');
  await expect.poll(shown).toBe('open');
});

test('an unlock while the lock still waits for a refresh has the last word', async () => {
  const main = await startMain();
  const answer = held(() => newGrant(main.clock, HOUR));
  main.script.refresh = answer.give;
  const refreshing = main.keeper.refresh(main.profileId);
  const locking = main.lock();
  await locked(main);
  await main.vault.unlock('one');
  answer.open();
  await Promise.all([refreshing, locking]);
  expect(main.vault.state().status).toBe('open');
  expect(main.keeper.state().sessions).toHaveLength(1);
  await main.clock.advance(HOUR);
  await expect.poll(() => main.count('refresh')).toBe(2);
});
