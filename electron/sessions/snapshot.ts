import type { KindView, ServerView } from '../contract/server.ts';
import type { Earlier, SessionDetail, SessionView } from '../contract/session.ts';
import { hideLaterSecrets } from '../inspect/hide-later-secrets.ts';
import { withoutSecrets } from '../inspect/shown-claims.ts';
import { boundKey } from '../servers/login-key.ts';
import type { Server } from '../servers/server.ts';
import type { ProfileEntry } from './index-record.ts';
import { hasRepeatableLogin, type Outlook } from './outlook.ts';
import { isBoundTo, otherOrigins } from './server-binding.ts';
import type { Session } from './session.ts';
import { sessionEvents } from './session-events.ts';
import { secretsOf } from './session-secrets.ts';
import { shownFields } from './shown-fields.ts';
import { tokenView } from './token-view.ts';

/** What the window may see of a server. */
export function serverView(
  server: Server,
  can: { readonly check: boolean; readonly logins: readonly string[] },
): ServerView {
  return {
    id: server.id,
    kindId: server.kindId,
    name: server.name,
    environment: server.environment ?? 'none',
    address: server.address,
    settings: { ...server.settings },
    allowPlainHttp: server.allowPlainHttp,
    plainHttp: new URL(server.address).protocol === 'http:',
    hasOwnCa: server.caPem !== undefined,
    demo: server.demo === true,
    otherOrigins: otherOrigins(server),
    acceptedLogins: [...server.acceptedLogins],
    possibleLogins: [...can.logins],
    canCheck: can.check,
    facts: [...server.facts],
    requests: (server.requests ?? []).map(({ id, name, method, path }) => ({
      id,
      name,
      method,
      // A query may hold a secret.
      path: path.split(/[?#]/)[0] ?? '',
    })),
  };
}

/** What the wall may see of a session: no token, no password. */
export function sessionView(
  session: Session,
  entry: ProfileEntry,
  server: Server,
  kind: KindView | undefined,
  outlook: Outlook,
): SessionView {
  const { record } = session;
  const isBound = isBoundTo(record.binding, server);
  const grant = isBound ? record.grant : null;
  const isLive = grant !== null && outlook.state !== 'needs-sign-in' && !record.refusal?.accessToken;
  return {
    profileId: session.id,
    serverId: session.serverId,
    name: entry.name,
    tags: [...entry.tags],
    favourite: entry.favourite,
    state: outlook.state,
    access: grant?.access ?? null,
    refreshToken: grant?.refreshLife ?? null,
    nextActionAt: outlook.nextActionAt,
    keptBy: outlook.keptBy,
    identity: record.identity && { ...record.identity, current: record.identity.current && isLive },
    problem: outlook.problem,
    sinceAt: outlook.sinceAt,
    loginId: record.loginId,
    remembered: isBound && hasRepeatableLogin(record, kind, server),
    ...(grant?.idToken && { hasIdToken: true }),
    ...(grant && session.earlier && { replacedBy: session.earlier.replacedBy }),
    unsaved: session.isUnsaved,
    revision: session.revision,
  };
}

/** What the open session may show: tokens masked, claims decoded, secrets named but left out. */
export function sessionDetail(session: Session, server: Server, kind: KindView | undefined): SessionDetail {
  const { record } = session;
  const isBound = isBoundTo(record.binding, server);
  const grant = isBound ? record.grant : null;
  const form = kind?.logins.find(({ id }) => id === record.loginId)?.fields ?? [];
  const shown = shownFields(record, server, form);
  const kept = form.filter(({ id, secret }) => secret && Object.hasOwn(record.fields, id));
  const secrets = secretsOf(record, form);
  return {
    profileId: session.id,
    revision: session.revision,
    access: grant && tokenView(grant.accessToken, secrets),
    refreshToken: grant?.refreshToken ? tokenView(grant.refreshToken, secrets) : null,
    idToken: grant?.idToken
      ? {
          ...tokenView(grant.idToken.token, secrets),
          signature: grant.idToken.signature,
          receivedAt: grant.idToken.receivedAt,
        }
      : null,
    idTokenFault: grant?.idTokenFault ?? null,
    scope: grant?.scope ? withoutSecrets(grant.scope, secrets) : null,
    askedScope: shown.scope ?? null,
    isKeyBound: grant !== null && boundKey(grant) !== null,
    clockSkewMs: grant?.clockSkewMs ?? null,
    lifetimeMs: grant?.lifetimeMs ?? null,
    check: record.check,
    exchanges: [...session.exchanges],
    events: sessionEvents(session, isBound),
    earlier: grant && session.earlier && earlierView(session.earlier, secrets),
    fields: shown,
    keptSecrets: isBound ? kept.map(({ id }) => id) : [],
    lifetimeMinutes: record.lifetimeMinutes,
  };
}

/** A secret that came later may stand in what a token said before. */
function earlierView(earlier: Earlier, secrets: readonly string[]): Earlier {
  return {
    ...earlier,
    access: hideLaterSecrets(earlier.access, secrets),
    idToken: earlier.idToken && hideLaterSecrets(earlier.idToken, secrets),
    scope: earlier.scope && withoutSecrets(earlier.scope, secrets),
  };
}
