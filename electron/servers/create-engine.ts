import type { Login, ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import { type Call, type CallPorts, performCall, secretsOf, throwIfRefused } from './call.ts';
import { callUrl } from './call-url.ts';
import { endSession } from './end-session.ts';
import type { CallContext, Engine } from './engine.ts';
import { pastedGrant, readGrant } from './grant.ts';
import { readCheck, readIdentity } from './identity.ts';
import { checkFields, readPastedTokens } from './login-input.ts';
import { matchesReply } from './reply.ts';
import type { Grant, Server } from './server.ts';
import { buildRequest, hasCall, settingValues } from './template.ts';
import { tokenValues } from './token-values.ts';
import { wait } from './wait.ts';

interface Deps extends CallPorts {
  /** The kinds there are by now. */
  readonly kinds: () => readonly ServerKind[];
}

/** The engine that runs every kind from its data. */
export function createEngine({ kinds, ...ports }: Deps): Engine {
  function kindOf(server: Server): ServerKind {
    const kind = kinds().find(({ id }) => id === server.kindId);
    if (!kind) throw new Failure('not-supported', { detail: server.kindId });
    return kind;
  }

  async function requestGrant(call: Call, previous?: Grant): Promise<Grant> {
    return performCall(ports, call, (reply) => {
      throwIfRefused(call, reply);
      const { lifetimeMinutes, server } = call.context;
      const settings = settingValues(call.kind, server.settings);
      return readGrant({ kind: call.kind, settings, userMinutes: lifetimeMinutes }, reply, previous);
    });
  }

  async function requestIdentity(
    kind: ServerKind,
    context: CallContext,
    grant: Grant,
    purpose: 'identity' | 'proof',
  ) {
    if (!kind.identity || !hasCall(kind, kind.identity.request, context.server)) return null;
    if (!grant.accessToken) throw new Failure('no-token');
    const values = { ...context.fields, ...tokenValues(grant) };
    const call: Call = { kind, context, purpose, template: kind.identity.request, values };
    return performCall(ports, call, (reply) => {
      throwIfRefused(call, reply);
      return readIdentity(kind, reply, values, secretsOf(kind, values));
    });
  }

  async function requestCheck(kind: ServerKind, context: CallContext, grant: Grant) {
    const { check } = kind;
    if (!check || !hasCall(kind, check.request, context.server)) return null;
    if (!grant.accessToken) throw new Failure('no-token');
    const values = { ...context.fields, ...tokenValues(grant) };
    const call: Call = { kind, context, purpose: 'check', template: check.request, values };
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
      values: tokenValues(grant),
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
    checkFields(way.fields, context.fields);
    if ('paste' in way) return paste(kind, context, way);
    const call: Call = { kind, context, purpose: 'login', template: way.request, values: context.fields };
    const grant = await requestGrant(call);
    if (!(await isStale(kind, context, grant))) return grant;
    await wait(ports.clock, kind.staleLogin?.waitMs ?? 0, context.signal);
    return requestGrant(call);
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
    return requestGrant({ kind: answering, context, purpose: 'refresh', template, values }, grant);
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
      checkFields(kind.register.fields, context.fields);
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
