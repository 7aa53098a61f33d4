import { describe, expect, it } from 'vitest';
import type { KindView, ServerView } from '../../../electron/contract/server.ts';
import { kinds, kindView } from '../../../electron/servers/kinds.ts';
import {
  beginLabel,
  credentialWords,
  offeredLogins,
  problemField,
  refusedSecrets,
  rememberedWords,
  serverFacts,
} from '../../../renderer/sign-in/sign-in-view.ts';

const views = kinds.map(kindView);

function kind(kindId: string): KindView {
  const found = views.find(({ id }) => id === kindId);
  if (!found) throw new Error(`no kind ${kindId}`);
  return found;
}

function login(kindId: string, loginId: string) {
  const found = kind(kindId).logins.find(({ id }) => id === loginId);
  if (!found) throw new Error(`no login ${loginId}`);
  return found;
}

const server: ServerView = {
  id: 's',
  kindId: 'datarhei-core',
  name: 'Core',
  address: 'https://core.example.net:8080',
  settings: {},
  allowPlainHttp: false,
  plainHttp: false,
  hasOwnCa: false,
  demo: false,
  otherOrigins: [],
  canCheck: false,
  acceptedLogins: [],
  environment: 'none',
  possibleLogins: ['password', 'auth0', 'paste'],
  facts: ['version 16.16.0'],
  requests: [],
};

function offered(acceptedLogins: string[], possibleLogins = server.possibleLogins) {
  return offeredLogins(kind('datarhei-core'), { ...server, acceptedLogins, possibleLogins }).map(
    ({ id }) => id,
  );
}

describe('offeredLogins', () => {
  it('offers all where the server said nothing, or nothing that is known', () => {
    expect(offered([])).toEqual(['password', 'auth0', 'paste']);
    expect(offered(['something-new'])).toEqual(['password', 'auth0', 'paste']);
  });

  it('offers what the server accepts, and pasting in any case', () => {
    expect(offered(['auth0'])).toEqual(['auth0', 'paste']);
  });

  it('offers nothing whose addresses are not filled in, whatever the server accepts', () => {
    expect(offered([], ['password', 'paste'])).toEqual(['password', 'paste']);
    expect(offered(['auth0'], ['password', 'paste'])).toEqual(['password', 'paste']);
    expect(offered(['password', 'auth0'], ['password', 'paste'])).toEqual(['password', 'paste']);
    expect(offered(['password'], [])).toEqual([]);
  });
});

describe('beginLabel', () => {
  it('says where the user goes on', () => {
    expect(beginLabel(login('openid', 'browser'))).toBe('Open the browser');
    expect(beginLabel(login('openid', 'device'))).toBe('Get a code');
    expect(beginLabel(login('openid', 'password'))).toBe('Sign in');
  });
});

describe('problemField', () => {
  const { fields } = login('zebbra', 'password');

  it('finds the field that the problem names', () => {
    expect(problemField({ code: 'bad-input', field: 'password' }, fields)).toBe('password');
  });

  it('leaves a field of another form to the notice', () => {
    expect(problemField({ code: 'bad-input', field: 'elsewhere' }, fields)).toBeNull();
    expect(problemField(null, fields)).toBeNull();
  });

  it('finds the one-time password by its type where the problem names no field', () => {
    expect(problemField({ code: 'one-time-password-needed' }, fields)).toBe('otp');
  });

  it('finds the secret that was refused', () => {
    expect(problemField({ code: 'credentials-refused' }, fields)).toBe('password');
    expect(problemField({ code: 'unreachable' }, fields)).toBeNull();
  });
});

describe('refusedSecrets', () => {
  const { fields } = login('django-oauth-toolkit', 'password');

  it('doubts the password where that was refused, and the client secret where that was', () => {
    expect(refusedSecrets({ code: 'credentials-refused' }, fields)).toEqual(['password']);
    expect(refusedSecrets({ code: 'client-refused' }, fields)).toEqual(['clientSecret']);
    expect(refusedSecrets({ code: 'server-busy' }, fields)).toEqual([]);
    expect(refusedSecrets(null, fields)).toEqual([]);
  });
});

describe('rememberedWords', () => {
  it('names what is sent without the user', () => {
    expect(rememberedWords(login('zebbra', 'password'))).toBe('password');
    expect(rememberedWords(login('oauth2', 'client-credentials'))).toBe('');
  });
});

describe('credentialWords', () => {
  it.each([
    ['zebbra', 'password', 'username or password'],
    ['django-oauth-toolkit', 'password', 'username or password'],
    ['datarhei-core', 'auth0', 'Auth0 access token'],
    ['datarhei-core', 'paste', 'access token or refresh token'],
    ['oauth2', 'client-credentials', 'client ID or client secret'],
  ])('of %s, %s are %s', (kindId, loginId, words) => {
    expect(credentialWords(login(kindId, loginId))).toBe(words);
  });
});

describe('serverFacts', () => {
  it('names host and version without the scheme', () => {
    expect(serverFacts(server)).toBe('core.example.net:8080, version 16.16.0');
  });
});
