import { describe, expect, it } from 'vitest';
import {
  hostOf,
  isOpenHttp,
  isSameAddress,
  isSameOrigin,
  looksComplete,
  withoutPath,
} from '../../../renderer/state/typed-address.ts';

describe('looksComplete', () => {
  it.each([
    'https://api.example.com',
    'api.example.com/v1',
    'localhost',
    'core:8080',
    '127.0.0.1',
    '[::1]',
    'http://10.0.0.5',
  ])('asks %s', (address) => {
    expect(looksComplete(address)).toBe(true);
  });

  it.each(['', 'h', 'https:', 'https://', 'https://core', 'https://api.e', 'not an address'])(
    'waits at “%s”',
    (address) => {
      expect(looksComplete(address)).toBe(false);
    },
  );
});

describe('isOpenHttp', () => {
  it('is true for plain http to another machine alone', () => {
    expect(isOpenHttp('http://api.example.com')).toBe(true);
    expect(isOpenHttp('https://api.example.com')).toBe(false);
    expect(isOpenHttp('api.example.com')).toBe(false);
    expect(isOpenHttp('http://localhost:8080')).toBe(false);
    expect(isOpenHttp('http://127.0.0.1')).toBe(false);
    expect(isOpenHttp('http://[::1]:3000')).toBe(false);
  });

  it('is not taken in by a name that only begins like loopback', () => {
    expect(isOpenHttp('http://127.0.0.1.example.com')).toBe(true);
    expect(isOpenHttp('http://localhost.example.com')).toBe(true);
  });
});

describe('isSameOrigin', () => {
  it('ignores the path and notices scheme, host and port', () => {
    expect(isSameOrigin('https://api.example.com/v2', 'https://api.example.com')).toBe(true);
    expect(isSameOrigin('api.example.com', 'https://api.example.com')).toBe(true);
    expect(isSameOrigin('http://api.example.com', 'https://api.example.com')).toBe(false);
    expect(isSameOrigin('https://api.example.com:8443', 'https://api.example.com')).toBe(false);
  });
});

describe('isSameAddress', () => {
  it('knows one place however it is written', () => {
    expect(isSameAddress('API.example.com/v2/', 'https://api.example.com/v2')).toBe(true);
    expect(isSameAddress('https://api.example.com:443', 'https://api.example.com/')).toBe(true);
    expect(isSameAddress('https://api.example.com/v1', 'https://api.example.com/v2')).toBe(false);
    expect(isSameAddress('', '')).toBe(false);
  });
});

describe('withoutPath', () => {
  it('is the origin of an address that has more than that', () => {
    expect(withoutPath('core.example.net:8080/api/x')).toBe('https://core.example.net:8080');
    expect(withoutPath('https://core.example.net/')).toBeNull();
    expect(withoutPath('core.example.net')).toBeNull();
    expect(withoutPath('')).toBeNull();
  });
});

describe('hostOf', () => {
  it('names what is asked, as far as it is an address', () => {
    expect(hostOf('https://core.example.net:8080/x')).toBe('core.example.net:8080');
    expect(hostOf(' https:// ')).toBe('https://');
  });
});
