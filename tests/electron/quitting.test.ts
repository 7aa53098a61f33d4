import { expect, test } from 'vitest';
import { createQuitting } from '../../electron/quitting.ts';
import { settled } from '../support/fake-clock.ts';
import { gate } from './sessions/keeper-kit.ts';

function startQuitting(options: { readonly unsaved?: boolean; readonly losesThem?: boolean } = {}) {
  const rest = gate();
  const seen: string[] = [];
  const quitting = createQuitting({
    settle: async () => {
      await rest.opened;
      return () => void seen.push('went on');
    },
    hasUnsaved: () => options.unsaved ?? false,
    wantsToLose: async () => {
      seen.push('asked');
      return options.losesThem ?? false;
    },
    quit: () => void seen.push('quit'),
    onSettling: () => void seen.push('settling'),
    onStay: () => void seen.push('stayed'),
  });
  return { quitting, rest, seen };
}

test('quitting waits for everything to come to rest', async () => {
  const { quitting, rest, seen } = startQuitting();
  expect(quitting.mayQuit()).toBe(false);
  await settled();
  expect(seen).toEqual(['settling']);
  rest.open();
  await settled();
  expect(seen).toEqual(['settling', 'quit']);
  expect(quitting.mayQuit()).toBe(true);
});

test('quitting: an impatient second wish cuts nothing off', async () => {
  const { quitting, rest, seen } = startQuitting();
  quitting.mayQuit();
  expect(quitting.mayQuit()).toBe(false);
  expect(quitting.mayQuit()).toBe(false);
  rest.open();
  await settled();
  expect(seen).toEqual(['settling', 'quit']);
});

test('quitting asks first where tokens are in memory alone, and everything goes on when the user stays', async () => {
  const { quitting, rest, seen } = startQuitting({ unsaved: true });
  quitting.mayQuit();
  rest.open();
  await settled();
  expect(seen).toEqual(['settling', 'asked', 'went on', 'stayed']);
  expect(quitting.mayQuit()).toBe(false);
  await settled();
  expect(seen.slice(4)).toEqual(['settling', 'asked', 'went on', 'stayed']);
});

test('quitting: whoever chooses to lose them may go', async () => {
  const { quitting, rest, seen } = startQuitting({ unsaved: true, losesThem: true });
  quitting.mayQuit();
  rest.open();
  await settled();
  expect(seen).toEqual(['settling', 'asked', 'quit']);
  expect(quitting.mayQuit()).toBe(true);
});
