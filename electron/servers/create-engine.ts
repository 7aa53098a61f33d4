import type { Login, ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import { type Call, type CallPorts, performCall, secretsOf, throwIfRefused } from './call.ts';
import { callUrl } from './call-url.ts';
import { endSession } from './end-session.ts';
import type { CallContext, Engine } from './engine.ts';
import { sendFreeRequest } from './free-request.ts';
import { pastedGrant, readGrant } from './grant.ts';
import { identityOf, readCheck, readIdentity } from './identity.ts';
import { checkFields, readPastedTokens } from './login-input.ts';
import { boundKey, createLoginKey } from './login-key.ts';
import { loginWithBrowser } from './oauth/browser-login.ts';
import { loginOnDevice } from './oauth/device-login.ts';
import type { Desktop, GrantRequest } from './oauth/flow.ts';
import { checkIdToken } from './oauth/id-token.ts';
import { createIssuerKeys } from './oauth/issuer-keys.ts';
import { createOriginNotes } from './origin-notes.ts';
import { matchesReply } from './reply.ts';
import type { Grant, Server } from './server.ts';
import { buildRequest, hasCall, settingValues } from './template.ts';
import { tokenValues } from './token-values.ts';
import { wait } from './wait.ts';

interface Deps extends Omit<CallPorts, 'origins'> {
  /** The kinds there are by now. */
  readonly kinds: () => readonly ServerKind[];
  /** Without it nobody can be sent to a browser. */
  readonly desktop?: Desktop;
}

/** The engine that runs every kind from its data. */
export function createEngine({ kinds, desktop, http, clock }: Deps): Engine {
  const ports: CallPorts = { http, clock, origins: createOriginNotes() };
  const keys = createIssuerKeys(ports);

  function kindOf(server: Server): ServerKind {
    const kind = kinds().find(({ id }) => id === server.kindId);
    if (!kind) throw new Failure('not-supported', { detail: server.kindId });
    return kind;
  }

  async function requestGrant(
    call: Call,
    { previous, nonce, look }: { readonly previous?: Grant } & Partial<GrantRequest> = {},
  ): Promise<Grant> {
    const { kind, context } = call;
    const grant = await performCall(ports, call, (reply) => {
      look?.(reply);
      throwIfRefused(call, reply);
      const settings = settingValues(kind, context.server.settings);
      const userMinutes = context.lifetimeMinutes;
      return readGrant({ kind, settings, userMinutes, key: call.key }, reply, previous);
    });
    return checkIdToken(grant, { kind, context, keys, nonce, previous });
  }

  async function requestIdentity(
    kind: ServerKind,
    context: CallContext,
    grant: Grant,
    purpose: 'identity' | 'proof',
  ) {
    if (!kind.identity) return null;
    const values = { ...context.fields, ...tokenValues(grant) };
    const { request: template } = kind.identity;
    const call: Call = { kind, context, purpose, template, values, key: boundKey(grant) };
    if (!hasCall(kind, template, context.server)) {
      return purpose === 'proof' ? null : identityOf(kind, grant, values, secretsOf(call));
    }
    if (!grant.accessToken) throw new Failure('no-token');
    return performCall(ports, call, (reply) => {
      throwIfRefused(call, reply);
      return readIdentity(kind, reply, values, secretsOf(call, reply));
    });
  }

  async function requestCheck(kind: ServerKind, context: CallContext, grant: Grant) {
    const { check } = kind;
    if (!check || !hasCall(kind, check.request, context.server)) return null;
    if (!grant.accessToken) throw new Failure('no-token');
    const values = { ...context.fields, ...tokenValues(grant) };
    const key = check.request.bearer === undefined ? null : boundKey(grant);
    const call: Call = { kind, context, purpose: 'check', template: check.request, values, key };
    return performCall(ports, call, (reply) => {
      if (check.unknownToken?.includes(reply.status)) {
        return { askedAt: reply.receivedAt, verdict: 'unknown-token' as const, expiresAt: null };
      }
      throwIfRefused(call, reply);
      return readCheck(kind, reply);
    });
  }

  /** True when the grant of a login was dead on arrival, as the kind describes it. Any other trouble is for the next call to meet. */
  async function isStale(kind: ServerKind, context: CallContext, grant: Grant): Promise<boolean> {
    if (!kind.staleLogin || !kind.identity) return false;
    const { match } = kind.staleLogin;
    const call: Call = {
      kind,
      context,
      purpose: 'identity',
      template: kind.identity.request,
      values: { ...context.fields, ...tokenValues(grant) },
      key: boundKey(grant),
    };
    let stale = false;
    try {
      await performCall(ports, call, (reply) => {
        stale = matchesReply(match, reply);
        throwIfRefused(call, reply);
      });
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
    }
    return stale;
  }

  async function login(kind: ServerKind, context: CallContext, way: Login): Promise<Grant> {
    checkFields(kind, way.fields, context);
    if ('paste' in way) return paste(kind, context, way);
    const { request: template } = way;
    const key = await createLoginKey(kind, template, context.server);
    const ask = (request: GrantRequest) =>
      requestGrant({ kind, purpose: 'login', template, key, ...request }, request);
    const flow = { ports, kind, context, requestGrant: ask };
    if ('flow' in way && way.flow === 'device-code') return loginOnDevice({ ...flow, login: way });
    if ('flow' in way) {
      if (!desktop) throw new Failure('not-supported');
      return loginWithBrowser({ ...flow, login: way }, desktop);
    }
    const grant = await ask({ context, values: context.fields });
    if (!(await isStale(kind, context, grant))) return grant;
    await wait(ports.clock, kind.staleLogin?.waitMs ?? 0, context.signal);
    return ask({ context, values: context.fields });
  }

  async function paste(
    kind: ServerKind,
    context: CallContext,
    way: Extract<Login, { paste: true }>,
  ): Promise<Grant> {
    const { accessToken, refreshToken } = readPastedTokens(way, context.fields);
    const grant = pastedGrant(accessToken, refreshToken, ports.clock.now(), context.lifetimeMinutes);
    const { expiresAt, receivedAt } = grant.access;
    const isOver = expiresAt !== null && expiresAt <= receivedAt;
    return accessToken && !(isOver && refreshToken) ? grant : refresh(kind, context, grant);
  }

  async function refresh(kind: ServerKind, context: CallContext, grant: Grant): Promise<Grant> {
    if (!kind.refresh || !grant.refreshToken) throw new Failure('nothing-to-refresh-with');
    const values = { ...context.fields, ...tokenValues(grant) };
    const { request: template, grant: elsewhere = {} } = kind.refresh;
    const { accessToken = kind.grant.accessToken, ...others } = elsewhere;
    const answering = { ...kind, grant: { ...kind.grant, ...others, accessToken } };
    const call: Call = { kind: answering, context, purpose: 'refresh', template, values, key: grant.key };
    return requestGrant(call, { previous: grant });
  }

  return {
    async login(context, loginId) {
      const kind = kindOf(context.server);
      const way = kind.logins.find(({ id }) => id === loginId);
      if (!way) throw new Failure('not-supported', { detail: loginId });
      return login(kind, context, way);
    },
    refresh: async (context, grant) => refresh(kindOf(context.server), context, grant),
    async register(context) {
      const kind = kindOf(context.server);
      if (!kind.register) throw new Failure('not-supported');
      checkFields(kind, kind.register.fields, context);
      const { request: template } = kind.register;
      const call: Call = { kind, context, purpose: 'register', template, values: context.fields };
      await performCall(ports, call, (reply) => {
        throwIfRefused(call, reply);
        if (reply.json === undefined) throw new Failure('reply-not-json', { status: reply.status });
      });
    },
    identity: async (context, grant) => requestIdentity(kindOf(context.server), context, grant, 'identity'),
    check: async (context, grant) => requestCheck(kindOf(context.server), context, grant),
    async end(context, grant) {
      const kind = kindOf(context.server);
      return endSession({
        ports,
        kind,
        context,
        grant,
        askIdentity: () => requestIdentity(kind, context, grant, 'proof'),
        askCheck: () => requestCheck(kind, context, grant),
      });
    },
    send: async (context, grant, request) =>
      sendFreeRequest(ports, { kind: kindOf(context.server), context, grant, request }),
    curlTarget(server) {
      const kind = kindOf(server);
      const template = kind.identity?.request;
      if (!template || !hasCall(kind, template, server)) {
        return { method: 'GET', url: callUrl(server, '/', false) };
      }
      // The URL alone is wanted; the bearer only makes the template complete.
      const { method, url } = buildRequest(kind, template, server, { accessToken: 'token' });
      return { method, url };
    },
  };
}
