import { expect, test } from 'vitest';
import { mayOpen } from '../../../electron/adapters/may-open.ts';

test.each([
  'https://id.example.com/authorize?client_id=a',
  'HTTPS://ID.EXAMPLE.COM',
  'http://localhost:8080/device',
  'http://127.0.0.1/authorize',
  'http://127.1/authorize',
  'http://[::1]:9000/',
])('the browser is sent to %s', (address) => {
  expect(mayOpen(address)).toBe(true);
});

test.each([
  'http://id.example.com/',
  'http://localhost.example.com/',
  'http://127.0.0.1.example.com/',
  'http://127.0.0.1@example.com/',
  'https://user:password@example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'smb://example.com/share',
  'ms-msdt:/id',
  'lanyard://open',
  'app://lanyard/',
  'mailto:a@example.com',
  '-o/etc/x',
  '--help',
  '/etc/passwd',
  '\\\\server\\share',
  '',
])('the browser is not sent to %s', (address) => {
  expect(mayOpen(address)).toBe(false);
});
