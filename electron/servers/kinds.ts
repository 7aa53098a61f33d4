import type { Field, KindView, LoginView } from '../contract/server.ts';
import type { Login, ServerKind } from '../contract/server-kind.ts';
import { datarheiCore } from './kinds/datarhei-core.ts';
import { djangoOauthToolkit } from './kinds/django-oauth-toolkit.ts';
import { oauth2 } from './kinds/oauth2.ts';
import { openid } from './kinds/openid.ts';
import { zebbra } from './kinds/zebbra.ts';

/** Every kind that Lanyard knows, in the order in which the window offers them. */
export const kinds: readonly ServerKind[] = [zebbra, datarheiCore, djangoOauthToolkit, openid, oauth2];

/** What the window may know of a kind: forms and abilities, never how they are carried out. */
export function kindView(kind: ServerKind): KindView {
  return {
    id: kind.id,
    label: kind.label,
    summary: kind.summary,
    group: kind.group,
    icon: kind.icon,
    settings: kind.settings.map(settingView),
    logins: kind.logins.map(loginView),
    register: kind.register?.fields ?? null,
    can: {
      refresh: kind.refresh !== undefined,
      register: kind.register !== undefined,
      end: kind.end?.outcome ?? 'unsupported',
    },
    origins: kind.origins ?? [],
    notes: kind.notes,
  };
}

function loginView(login: Login): LoginView {
  const { id, label, fields, canRepeat } = login;
  const view = { id, label, fields, canRepeat };
  if (!('flow' in login)) return view;
  return { ...view, elsewhere: login.flow === 'device-code' ? 'device' : 'browser' };
}

function settingView({ mayLeaveOrigin, ...field }: ServerKind['settings'][number]): Field {
  if (!mayLeaveOrigin) return field;
  const warning = 'A path, or a full address: on another host, tokens or credentials are sent there.';
  return { ...field, hint: field.hint === undefined ? warning : `${field.hint} ${warning}` };
}
