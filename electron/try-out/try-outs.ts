import { askedFields } from '../contract/asked-fields.ts';
import type { RequestInput } from '../contract/ipc.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import type { Tried } from '../contract/try-out.ts';
import { Failure, toProblem } from '../failure.ts';
import type { Clock, Http } from '../ports.ts';
import { secretsOf } from '../servers/call.ts';
import { createEngine } from '../servers/create-engine.ts';
import type { CallContext, Engine } from '../servers/engine.ts';
import { readReply } from '../servers/reply.ts';
import { sourceValue } from '../servers/reply-source.ts';
import type { Grant, Server } from '../servers/server.ts';
import { baseAddress, readServerAddress } from '../servers/server-address.ts';
import { tokenValues } from '../servers/token-values.ts';
import { checkedKind } from '../sessions/kind-catalogue.ts';
import { type Binding, bindingOf, isBoundTo } from '../sessions/server-binding.ts';
import { filledBy, type Result } from './filled.ts';
import { type Seen, triedExchange } from './tried-exchange.ts';

type Input = RequestInput<'kind.tryOut'>;

/**
 * Dry runs of descriptions: the requests are those of the engine, shown in place of being sent or with what came back. What a run wins
 * is in memory alone, for its next step and for where it came from.
 */
export interface TryOuts {
  /** Throws `bad-input`, whose `fields` are paths, for a description that is wrong; what is wrong with the call stands in the answer. */
  run(input: Input): Promise<Tried>;
  end(tryOutId: string): void;
  endAll(): void;
}

/** The editor has one at a time; a window that was reloaded leaves the one it had. */
const MAX_RUNS = 4;

interface Run {
  readonly ended: AbortController;
  won: { readonly grant: Grant; readonly binding: Binding } | null;
}

interface Step {
  readonly input: Input;
  readonly kind: ServerKind;
  readonly server: Server;
  readonly grant: Grant | null;
  readonly signal: AbortSignal;
}

export function createTryOuts({ http, clock }: { readonly http: Http; readonly clock: Clock }): TryOuts {
  const runs = new Map<string, Run>();

  function end(tryOutId: string): void {
    runs.get(tryOutId)?.ended.abort();
    runs.delete(tryOutId);
  }

  function runOf(tryOutId: string): Run {
    const known = runs.get(tryOutId);
    if (known) return known;
    const [oldest] = runs.keys();
    if (oldest !== undefined && runs.size >= MAX_RUNS) end(oldest);
    const run: Run = { ended: new AbortController(), won: null };
    runs.set(tryOutId, run);
    return run;
  }

  return {
    async run(input) {
      const kind = checkedKind(input.kind, 'own-draft');
      const server = serverOf(input, kind);
      const run = runOf(input.tryOutId);
      const grant = run.won && isBoundTo(run.won.binding, server) ? run.won.grant : null;
      const seen: Seen[] = [];
      const engine = createEngine({ http: watched(http, seen, input.send), clock, kinds: () => [kind] });
      const step: Step = { input, kind, server, grant, signal: run.ended.signal };
      const { result, problem, won } = await take(engine, step);
      if (won !== undefined && !run.ended.signal.aborted) {
        run.won = won && { grant: won, binding: bindingOf(server) };
      }
      const held = won === undefined ? grant : won;
      const secrets = secretsOfStep(step, seen, won ?? null);
      return {
        exchanges: seen.map((one) => triedExchange(one, secrets)),
        filled: result && filledBy(result, grant, kind, secrets),
        problem,
        holds: { accessToken: !!held?.accessToken, refreshToken: !!held?.refreshToken },
      };
    },
    end,
    endAll() {
      for (const tryOutId of [...runs.keys()]) end(tryOutId);
    },
  };
}

function serverOf({ address, allowPlainHttp, caPem, settings }: Input, kind: ServerKind): Server {
  return {
    id: 'try-out',
    kindId: kind.id,
    name: '',
    address: baseAddress(readServerAddress(address, allowPlainHttp)),
    settings,
    allowPlainHttp,
    furtherOrigins: kind.origins ?? [],
    acceptedLogins: [],
    facts: [],
    ...(caPem && { caPem }),
  };
}

/** Notes every request, and lets none through that is only to be shown. */
function watched(http: Http, seen: Seen[], sends: boolean): Http {
  return {
    async send(request) {
      const at = seen.push({ request, reply: null }) - 1;
      if (!sends) throw new Failure('cancelled');
      const reply = await http.send(request);
      seen[at] = { request, reply };
      return reply;
    },
  };
}

interface Outcome {
  readonly result: Result | null;
  readonly problem: Tried['problem'];
  /** What the run holds from now on, where that changed. */
  readonly won?: Grant | null;
}

async function take(engine: Engine, step: Step): Promise<Outcome> {
  const { input } = step;
  try {
    const outcome = await carriedOut(engine, step);
    // What was pasted needs no request, and is for nobody to keep who only looked.
    if (!input.send) return { result: null, problem: null };
    const { won, ...result } = outcome;
    return { result, problem: null, ...(won !== undefined && { won }) };
  } catch (thrown) {
    const problem = toProblem(thrown);
    const isShown = !input.send && problem.code === 'cancelled';
    return { result: null, problem: isShown ? null : problem };
  }
}

async function carriedOut(engine: Engine, step: Step) {
  const { input, kind, server, signal } = step;
  const login = kind.logins.find(({ id }) => id === input.loginId);
  if (!login) throw new Failure('bad-input', { field: 'loginId' });
  const context: CallContext = { server, fields: fieldsOf(step), signal, onExchange: () => {} };
  if (input.call === 'login') {
    if ('flow' in login) throw new Failure('not-supported', { detail: login.label });
    const won = await engine.login(context, login.id);
    return { grant: won, won };
  }
  const grant = step.grant ?? (input.send ? null : shownGrant);
  if (!grant) throw new Failure(input.call === 'refresh' ? 'nothing-to-refresh-with' : 'no-token');
  switch (input.call) {
    case 'refresh': {
      const won = await engine.refresh(context, grant);
      return { grant: won, won };
    }
    case 'identity':
      return { identity: (await engine.identity(context, grant)) ?? missing() };
    case 'check':
      return { check: (await engine.check(context, grant)) ?? missing() };
    case 'end': {
      const end = await engine.end(context, grant);
      if (end.ended === 'unsupported') return missing();
      return { end, won: null };
    }
  }
}

function missing(): never {
  throw new Failure('not-supported');
}

/** What was typed; where a request is only shown, what is still missing stands there by its name. */
function fieldsOf({ input, kind }: Step): Readonly<Record<string, string>> {
  if (input.send) return input.fields;
  const fields = kind.logins.find(({ id }) => id === input.loginId)?.fields ?? [];
  const settings = { fields: kind.settings, values: input.settings };
  const asked = askedFields({ fields, values: input.fields }, settings);
  const open = asked.filter(({ id, optional }) => !optional && !input.fields[id]);
  return { ...input.fields, ...Object.fromEntries(open.map(({ id }) => [id, `{${id}}`])) };
}

/** Stands in requests that are only shown for what no login has won yet. */
const shownGrant: Grant = {
  accessToken: '{accessToken}',
  refreshToken: '{refreshToken}',
  tokenType: 'Bearer',
  scope: null,
  access: { expiresAt: null, receivedAt: 0, source: 'unknown', guessed: false },
  refreshLife: null,
  lifetimeMs: null,
  clockSkewMs: null,
  idToken: null,
  key: null,
};

/** Everything that no answer may show: what was typed as a secret, and every token of this step and the one before. */
function secretsOfStep(
  { input, kind, server, grant }: Step,
  seen: readonly Seen[],
  won: Grant | null,
): readonly string[] {
  const context = { server, fields: input.fields, onExchange: () => {} };
  const held = [grant, won].flatMap((one) =>
    secretsOf({ kind, context, values: one ? tokenValues(one) : {}, key: one?.key ?? null }),
  );
  const { accessToken, refreshToken, idToken } = { ...kind.grant, ...kind.refresh?.grant };
  const sources = [kind.grant.accessToken, kind.grant.refreshToken, accessToken, refreshToken, idToken];
  const found = seen.flatMap(({ reply }) =>
    reply ? sources.map((source) => sourceValue(readReply(reply), source)) : [],
  );
  const all = [...held, ...found].filter((secret): secret is string => typeof secret === 'string');
  // The longest first, so that none is torn apart by one that it holds.
  return [...new Set(all)].filter(Boolean).sort((a, b) => b.length - a.length);
}
