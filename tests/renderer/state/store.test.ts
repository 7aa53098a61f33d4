import { expect, test, vi } from 'vitest';
import { createStore } from '../../../renderer/state/store.ts';

test('tells its listeners of a new value, and not of the same one', () => {
  const store = createStore(1);
  const listener = vi.fn();
  store.subscribe(listener);
  store.set(1);
  expect(listener).not.toHaveBeenCalled();
  store.set(2);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(store.get()).toBe(2);
});

test('tells nothing more to who has left, also when he leaves while being told', () => {
  const store = createStore(1);
  const later = vi.fn();
  const stop = store.subscribe(() => stop());
  store.subscribe(later);
  store.set(2);
  store.set(3);
  expect(later).toHaveBeenCalledTimes(2);
});
