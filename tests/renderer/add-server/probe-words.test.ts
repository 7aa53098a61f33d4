import { describe, expect, it } from 'vitest';
import type { ProbeResult } from '../../../electron/contract/probe-result.ts';
import { kinds, kindView } from '../../../electron/servers/kinds.ts';
import { probeWords } from '../../../renderer/add-server/probe-words.ts';

const views = kinds.map(kindView);

type Match = ProbeResult['matches'][number];

function match(kindId: string, more: Partial<Match> = {}): Match {
  return {
    kindId,
    certain: true,
    suggestedName: 'x',
    settings: {},
    acceptedLogins: [],
    facts: [],
    evidence: [],
    ...more,
  };
}

function answered(more: Partial<ProbeResult>) {
  const address = 'https://core.example.net';
  const result: ProbeResult = {
    address,
    answered: true,
    elapsedMs: 23.4,
    tls: 'valid',
    matches: [],
    requests: 2,
    sketch: null,
    ...more,
  };
  return probeWords({ phase: 'answered', address, result }, views);
}

describe('probeWords', () => {
  it('name the server, its version, and more than one way in', () => {
    const core = match('datarhei-core', {
      facts: ['version 16.16.0'],
      acceptedLogins: ['password', 'auth0'],
    });
    expect(answered({ matches: [core] })).toEqual({
      sign: 'ok',
      strong: 'datarhei Core answers here',
      rest: 'version 16.16.0, ways in: username and password or Auth0 token',
      small: '23\u00a0ms, certificate valid',
    });
  });

  it('list many ways in, without the tokens that can be pasted anywhere', () => {
    const openid = match('openid', { acceptedLogins: ['browser', 'device', 'client-credentials', 'paste'] });
    expect(answered({ matches: [openid] }).rest).toBe(
      'ways in: with the browser, on another device or as a client alone',
    );
  });

  it('show a guess as a guess', () => {
    const words = answered({ matches: [match('django-oauth-toolkit', { certain: false })], tls: 'plain' });
    expect(words.sign).toBe('caution');
    expect(words.strong).toBe('This looks like Django OAuth Toolkit.');
    expect(words.small).toBe('23\u00a0ms, plain http');
  });

  it('send the user to the kinds where a server does not say what it is', () => {
    expect(answered({}).rest).toBe('Choose its kind below.');
    expect(answered({ matches: [match('a-kind-of-tomorrow')] }).rest).toBe('Choose its kind below.');
  });

  it('doubt the path before the server where one was typed', () => {
    expect(answered({ address: 'https://core.example.net/wrong/path' }).rest).toBe(
      'The path may be one too many. Try without it, or choose its kind below.',
    );
  });

  it('say how long nothing answered', () => {
    expect(answered({ answered: false, tls: 'unknown', elapsedMs: 4020 })).toMatchObject({
      strong: 'Nothing answers at this address.',
      small: 'tried for 4.0\u00a0s',
    });
  });

  it('tell a certificate that is not trusted from silence', () => {
    expect(answered({ answered: false, tls: 'refused' }).strong).toBe(
      'The certificate of this server is not trusted.',
    );
  });

  it('name the host while it is asked', () => {
    expect(probeWords({ phase: 'asking', address: 'core.example.net:8080/x' }, views)).toMatchObject({
      sign: 'work',
      rest: 'Asking core.example.net:8080 what it is',
    });
  });
});

describe('probeWords of a server that is there', () => {
  const of = (...matches: Match[]) => {
    const address = 'https://api.example.com';
    const result = {
      address,
      answered: true,
      elapsedMs: 5,
      tls: 'valid',
      matches,
      requests: 1,
      sketch: null,
    } as const;
    return probeWords({ phase: 'answered', address, result }, views, 'zebbra');
  };

  it('warn of an address at which another kind answers', () => {
    expect(of(match('datarhei-core'))).toMatchObject({
      sign: 'caution',
      strong: 'datarhei Core answers here, but this server is kept as Zebbra.',
    });
    expect(of(match('datarhei-core', { certain: false })).strong).toBe(
      'This looks like datarhei Core, but this server is kept as Zebbra.',
    );
  });

  it('say nothing of other kinds where its own fits as well', () => {
    expect(of(match('zebbra')).sign).toBe('ok');
    expect(of(match('oauth2', { certain: false }), match('zebbra', { certain: false })).strong).toBe(
      'This looks like Zebbra.',
    );
    expect(of(match('datarhei-core'), match('zebbra', { certain: false })).strong).toContain(
      'kept as Zebbra',
    );
  });
});
