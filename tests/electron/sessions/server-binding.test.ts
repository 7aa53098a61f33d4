import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callUrl } from '../../../electron/servers/call-url.ts';
import { bindingOf, isBoundTo } from '../../../electron/sessions/server-binding.ts';

function server(address: string, tokenUrl: string) {
  return {
    id: 's1',
    kindId: 'oauth2',
    name: 'API',
    address,
    settings: { tokenUrl },
    allowPlainHttp: true,
    acceptedLogins: [],
    facts: [],
  };
}

/** Settings as people, and people who mean ill, write them. */
const written = fc
  .tuple(
    fc.constantFrom('', ' ', 'http:', 'https:', 'HTTP:', 'ht\ntp:', 'javascript:', 'http:/', 'https:\\\\'),
    fc.constantFrom('', '/', '//', '///', '\\', '\\\\', '@', '.', '\t//'),
    fc.constantFrom('evil.example', '127.0.0.1:8080', 'user:pw@evil.example', 'api.example', ''),
    fc.constantFrom('', '/token', '/../token', '?x', '#x'),
  )
  .map((parts) => parts.join(''));

describe('where secrets may go', () => {
  it('covers every origin that a call can be sent to, however the setting is written', () => {
    const address = fc.constantFrom('https://api.example', 'http://api.example/v1', 'http://127.0.0.1:81');
    fc.assert(
      fc.property(address, fc.oneof(written, fc.string()), (base, tokenUrl) => {
        const called = server(base, tokenUrl);
        let sentTo: string;
        try {
          sentTo = new URL(callUrl(called, tokenUrl, true)).origin;
        } catch {
          return;
        }
        expect(bindingOf(called).origins).toContain(sentTo);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not take a scheme without slashes for a path of the own server', () => {
    const before = bindingOf(server('http://127.0.0.1:81', '/oauth/token'));
    const after = server('http://127.0.0.1:81', 'http:127.0.0.1:82/oauth/token');
    expect(isBoundTo(before, after)).toBe(true);
    expect(() => callUrl(after, after.settings.tokenUrl, true, 'tokenUrl')).toThrow('bad-input');
  });

  it('ends with an origin that was not there before', () => {
    const before = bindingOf(server('https://api.example', '/oauth/token'));
    expect(isBoundTo(before, server('https://api.example', 'https://evil.example/token'))).toBe(false);
    expect(isBoundTo(before, server('https://api.example:8443', '/oauth/token'))).toBe(false);
    expect(isBoundTo(before, server('http://api.example', '/oauth/token'))).toBe(false);
    expect(isBoundTo(before, server('https://api.example/v2', '/token'))).toBe(true);
  });
});
