import { expect, test } from 'vitest';
import { worstState } from '../../../renderer/shell/worst-state.ts';

test('what needs the user stands for the whole server', () => {
  expect(worstState(['fresh', 'signed-out', 'needs-sign-in', 'retrying'])).toBe('needs-sign-in');
  expect(worstState(['signed-out', 'fresh'])).toBe('fresh');
  expect(worstState([])).toBeNull();
});
