import { beforeEach, expect, test } from 'vitest';
import {
  clearSelection,
  currentSelection,
  extendSelection,
  keepSelected,
  selectAll,
  selectRange,
  toggleSelected,
} from '../../../renderer/state/selection.ts';

const shown = ['a', 'b', 'c', 'd', 'e'];
const selected = (): string => [...currentSelection().ids].join('');

beforeEach(() => {
  clearSelection();
  keepSelected(shown);
});

test('a range goes from where selecting began, either way, and takes the place of the last one', () => {
  toggleSelected('b');
  extendSelection('d');
  expect(selected()).toBe('bcd');
  extendSelection('a');
  expect(selected()).toBe('ab');
  selectRange(shown, 'b', 'e');
  expect(selected()).toBe('bcde');
});

test('what is not shown any more is let go of, so that nothing is done to what nobody sees', () => {
  selectAll(shown);
  keepSelected(['b', 'e', 'f']);
  expect(selected()).toBe('be');
  toggleSelected('b');
  expect(selected()).toBe('e');
});

test('a range whose beginning is gone begins anew', () => {
  toggleSelected('a');
  keepSelected(['b', 'c', 'd']);
  extendSelection('c');
  expect(selected()).toBe('c');
});
