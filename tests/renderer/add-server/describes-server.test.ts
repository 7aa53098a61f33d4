import { describe, expect, it } from 'vitest';
import { describesServer, isTypedCommand } from '../../../renderer/add-server/describes-server.ts';

describe('describesServer', () => {
  it.each([
    'https://api.example.com',
    ' api.example.com:8080/path \n',
    'localhost',
    '[::1]:3000x'.slice(1),
    '',
  ])('leaves %j to be an address', (text) => expect(describesServer(text)).toBe(false));

  it.each(['curl https://a.test', '{"openapi":"3.0.0"}', 'openapi: 3.0.0\ninfo: {}', '[]'])(
    'takes %j for more',
    (text) => expect(describesServer(text)).toBe(true),
  );
});

it('knows a command that is typed', () => {
  expect(['curl x', '$ curl x', 'CURL.exe x'].every(isTypedCommand)).toBe(true);
  expect(['curl', 'curl.example.com', 'https://curl.test'].some(isTypedCommand)).toBe(false);
});
