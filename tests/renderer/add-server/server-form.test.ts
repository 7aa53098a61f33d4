import { describe, expect, it } from 'vitest';
import type { ProbeResult } from '../../../electron/contract/probe-result.ts';
import type { Field, ServerView } from '../../../electron/contract/server.ts';
import { kinds, kindView } from '../../../electron/servers/kinds.ts';
import {
  missingInServer,
  serverDraft,
  serverForm,
  startTyped,
  type TypedServer,
} from '../../../renderer/add-server/server-form.ts';

const views = kinds.map(kindView);

const found: ProbeResult = {
  address: 'https://site.example.org',
  answered: true,
  elapsedMs: 5,
  tls: 'valid',
  requests: 3,
  sketch: null,
  matches: [
    {
      kindId: 'django-oauth-toolkit',
      certain: false,
      suggestedName: 'site.example.org',
      settings: { tokenPath: '/o/token/', bodyFormat: 'form' },
      acceptedLogins: ['password'],
      facts: ['reads forms'],
      evidence: [],
    },
  ],
};

const existing: ServerView = {
  id: 's1',
  kindId: 'django-oauth-toolkit',
  name: 'My site',
  address: 'https://site.example.org',
  settings: { tokenPath: '/mine/token/', identityPath: '' },
  allowPlainHttp: false,
  plainHttp: false,
  hasOwnCa: true,
  demo: false,
  otherOrigins: [],
  canCheck: false,
  acceptedLogins: [],
  environment: 'none',
  possibleLogins: [],
  facts: [],
  requests: [],
};

function typed(more: Partial<TypedServer>): TypedServer {
  return { ...startTyped(undefined), address: 'site.example.org', ...more };
}

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

describe('serverForm', () => {
  it('follows the probe as long as nothing was decided by hand', () => {
    const form = serverForm(typed({}), found, undefined, views);
    expect(form.kind?.id).toBe('django-oauth-toolkit');
    expect(form.name).toBe('site.example.org');
    expect(form.settings).toMatchObject({
      tokenPath: '/o/token/',
      bodyFormat: 'form',
      identityPath: '/api/me/',
    });
  });

  it('lets what was typed win over what was found', () => {
    const settings = { 'django-oauth-toolkit': { tokenPath: '/typed/', revokePath: '' } };
    const form = serverForm(typed({ name: '', settings }), found, undefined, views);
    expect(form.name).toBe('');
    expect(form.settings).toMatchObject({ tokenPath: '/typed/', revokePath: '', bodyFormat: 'form' });
  });

  it('takes nothing from a match of another kind than the chosen one', () => {
    const form = serverForm(typed({ kindId: 'zebbra' }), found, undefined, views);
    expect(form.name).toBe('site.example.org');
    expect(form.settings).toEqual({ paths: 'auth' });
    expect(form.facts).toBeUndefined();
  });

  it('starts from the server that is edited, an emptied setting among it', () => {
    const form = serverForm(startTyped(existing), null, existing, views);
    expect(form.name).toBe('My site');
    expect(form.settings).toMatchObject({ tokenPath: '/mine/token/', identityPath: '' });
  });
});

describe('missingInServer', () => {
  it('asks for address and kind first', () => {
    const nothing = startTyped(undefined);
    expect(Object.keys(missingInServer(nothing, serverForm(nothing, null, undefined, views)))).toEqual([
      'address',
      'kind',
    ]);
  });

  it('finds a setting that the kind needs', () => {
    const state = typed({ kindId: 'oauth2', settings: { oauth2: { tokenUrl: ' ' } } });
    expect(missingInServer(state, serverForm(state, null, undefined, views))).toEqual({
      tokenUrl: 'Token URL is missing.',
    });
  });

  it('takes a certificate, and refuses a private key in words that say why', () => {
    const fault = (caPem: string) => {
      const state = typed({ kindId: 'zebbra', caPem });
      return missingInServer(state, serverForm(state, null, undefined, views)).caPem;
    };
    expect(fault(certificate)).toBeUndefined();
    expect(fault('')).toBeUndefined();
    expect(fault('hello')).toContain('no PEM certificate');
    expect(fault(`${certificate}-----BEGIN PRIVATE KEY-----`)).toContain('private key');
  });
});

describe('serverDraft', () => {
  it('sends the address as the probe read it, and empty settings as empty', () => {
    const state = typed({ settings: { 'django-oauth-toolkit': { revokePath: '' } } });
    const draft = serverDraft(state, serverForm(state, found, undefined, views), found);
    expect(draft).toMatchObject({
      kindId: 'django-oauth-toolkit',
      name: 'site.example.org',
      address: 'https://site.example.org',
      settings: { tokenPath: '/o/token/', revokePath: '' },
      facts: ['reads forms'],
      acceptedLogins: ['password'],
    });
  });

  it('neither asks for nor sends a setting that another one makes needless', () => {
    const proxy: Field = {
      id: 'proxy',
      label: 'Proxy',
      type: 'text',
      secret: false,
      optional: false,
      keep: 'always',
      onlyWhen: { field: 'paths', is: ['api'] },
    };
    const kinds = views.map((kind) =>
      kind.id === 'zebbra' ? { ...kind, settings: [...kind.settings, proxy] } : kind,
    );
    const state = (paths: string) =>
      typed({ kindId: 'zebbra', settings: { zebbra: { paths, proxy: 'typed before' } } });
    const formOf = (paths: string) => serverForm(state(paths), null, undefined, kinds);
    expect(formOf('auth').asked.map(({ id }) => id)).toEqual(['paths']);
    expect(missingInServer({ ...state('auth'), address: 'x' }, formOf('auth'))).toEqual({});
    expect(serverDraft(state('auth'), formOf('auth'), null).settings).toEqual({ paths: 'auth' });
    expect(serverDraft(state('api'), formOf('api'), null).settings).toEqual({
      paths: 'api',
      proxy: 'typed before',
    });
  });

  it('says nothing about a certificate, facts or logins that it knows nothing of', () => {
    const state = startTyped(existing);
    const draft = serverDraft(state, serverForm(state, null, existing, views), null);
    expect(draft).not.toHaveProperty('caPem');
    expect(draft).not.toHaveProperty('facts');
    expect(draft).not.toHaveProperty('acceptedLogins');
  });

  it('removes a kept certificate by an empty one', () => {
    const state = { ...startTyped(existing), caPem: '' };
    expect(serverDraft(state, serverForm(state, null, existing, views), null).caPem).toBe('');
  });
});
