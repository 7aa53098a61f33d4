import { expect, test } from 'vitest';
import { grantedScope } from '../../../renderer/session/granted-scope.ts';

test('what was granted stands beside what was asked for and is missing', () => {
  expect(grantedScope('openid email', 'openid email offline_access')).toEqual({
    granted: ['openid', 'email'],
    missing: ['offline_access'],
    unasked: [],
    isImplied: false,
  });
});

test('what nobody asked for is told apart, unless nothing was asked for at all', () => {
  expect(grantedScope('read admin', 'read')).toMatchObject({ granted: ['read'], unasked: ['admin'] });
  expect(grantedScope('read admin', null)).toMatchObject({ granted: ['read', 'admin'], unasked: [] });
});

test('a server that names no scope has granted what was asked for', () => {
  expect(grantedScope(null, 'read write')).toEqual({
    granted: ['read', 'write'],
    missing: [],
    unasked: [],
    isImplied: true,
  });
});

test('nothing is said where nothing is known', () => {
  expect(grantedScope(null, null)).toBeNull();
  expect(grantedScope(' ', '')).toBeNull();
});

test('order, repetition and stray spaces make no difference', () => {
  expect(grantedScope('  b a  a', 'a b')).toMatchObject({ granted: ['b', 'a'], missing: [] });
});
