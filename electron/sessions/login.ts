import type { RequestInput, RequestOutput } from '../contract/ipc.ts';
import type { LoginView } from '../contract/server.ts';
import type { Exchange } from '../contract/session.ts';
import { Failure } from '../failure.ts';
import type { Grant, Server } from '../servers/server.ts';
import { words } from '../words/words.ts';
import type { Attempt, Attempts } from './attempts.ts';
import { withExchange } from './exchange-log.ts';
import { completeValues, keptValues, settingsOf } from './form-values.ts';
import { type KindLookup, kindOf } from './kind-lookup.ts';
import type { Ledger } from './ledger.ts';
import { afterPasting, faultyToken, pastedToken, requireUnheld } from './pasted-token.ts';
import { profileName } from './profile-name.ts';
import { emptyRecord, type ProfileRecord } from './profile-record.ts';
import { bindingOf, isBoundTo } from './server-binding.ts';
import type { ServerCalls } from './server-calls.ts';
import { freeOfOthers, occupy, type Session } from './session.ts';
import type { TokenQuestions } from './token-questions.ts';

type Input = RequestInput<'session.login'>;
type Values = Readonly<Record<string, string>>;

/** What a login needs once its input has been looked at. */
interface LookedAt {
  readonly input: Input;
  readonly server: Server;
  readonly login: LoginView;
  readonly values: Values;
  /** The refresh token that is pasted, where its server replaces it by another. */
  readonly pasted: string | null;
  readonly running: Attempt;
}

export interface Logins {
  /**
   * Logs in. A second login of one profile joins the first when it sends the same values, as a double click does, and is refused with
   * `bad-input` otherwise: two answers would race for one record.
   */
  login(input: Input): Promise<RequestOutput<'session.login'>>;
}

export function createLogins(parts: {
  readonly ledger: Ledger;
  readonly calls: ServerCalls;
  readonly questions: TokenQuestions;
  readonly kinds: KindLookup;
  readonly attempts: Attempts;
  readonly random: () => number;
  readonly newId: () => string;
}): Logins {
  const { ledger, calls, questions, kinds, attempts } = parts;
  /** Whom each pasted refresh token is under way for. */
  const pasting = new Map<string, string>();

  function look(input: Input): Omit<LookedAt, 'running'> {
    const server = ledger.server(input.serverId);
    const kind = kindOf(kinds, server.kindId);
    const login = kind.logins.find(({ id }) => id === input.loginId);
    if (!login) throw new Failure('bad-input', { field: 'loginId' });
    const record = input.profileId === undefined ? null : ledger.session(input.profileId).record;
    if (record && record.serverId !== server.id) throw new Failure('unknown-profile');
    const kept = record && isBoundTo(record.binding, server) ? record.fields : {};
    const values = completeValues(login.fields, input.fields, kept, settingsOf(kind, server));
    return { input, server, login, values, pasted: pastedToken(values, kind.reuse) };
  }

  async function send(
    { server, login, values, pasted, running }: LookedAt,
    onExchange: (exchange: Exchange) => void,
    lifetimeMinutes: number | null,
  ): Promise<Grant> {
    // A pasted one may be sent at once, and the one that takes its place has to be kept.
    if (values.refreshToken) await ledger.updateIndex((index) => index, 'refuse');
    const { signal } = running;
    const bothHear = (exchange: Exchange): void => {
      running.onExchange(exchange);
      onExchange(exchange);
    };
    const grant = await calls
      .forServer(
        server,
        values,
        bothHear,
        (engine, context) => engine.login({ ...context, onPrompt: running.onPrompt }, login.id),
        { signal, lifetimeMinutes, waitsForUser: waitsForUser(login) },
      )
      .catch((thrown: unknown) => {
        throw pasted === null ? thrown : afterPasting(thrown);
      });
    // Too late to give up what a pasted token was replaced by: there is no other.
    const isOnlyCopy = pasted !== null && grant.refreshToken !== pasted;
    if (signal.aborted && !isOnlyCopy) throw new Failure('cancelled');
    return grant;
  }

  function granted(
    before: ProfileRecord,
    { input, server, login, values }: LookedAt,
    grant: Grant,
  ): ProfileRecord {
    return {
      ...emptyRecord(server, login.id),
      binding: bindingOf(server),
      fields: keptValues(login.fields, values, input.remember),
      secretFields: login.fields.filter(({ secret }) => secret).map(({ id }) => id),
      remember: input.remember,
      grant,
      exchanges: before.exchanges,
      grants: before.grants + 1,
      lifetimeMinutes: before.lifetimeMinutes,
    };
  }

  async function create(attempt: LookedAt): Promise<Session> {
    const { input, server, login, values } = attempt;
    let exchanges: readonly Exchange[] = [];
    const grant = await send(
      attempt,
      (exchange) => {
        exchanges = withExchange(exchanges, exchange);
      },
      null,
    );
    const record = granted({ ...emptyRecord(server, login.id), exchanges }, attempt, grant);
    const name = (): string => input.name || profileName(null, values, ledger.index().profiles, server.id);
    const session = await ledger.add({ id: parts.newId(), record, name }, 'keep');
    const who = await whoIs(session, attempt.running);
    if (!input.name && who !== null) await renameTo(session, who);
    return session;
  }

  async function replace(session: Session, attempt: LookedAt): Promise<void> {
    const onExchange = (exchange: Exchange): void => {
      session.exchanges = withExchange(session.exchanges, exchange);
      ledger.changed(session);
    };
    const grant = await send(attempt, onExchange, session.record.lifetimeMinutes);
    session.jitter = parts.random();
    session.retry = null;
    await ledger.update(session, (before) => granted(before, attempt, grant), 'keep');
  }

  /** The login stands whatever comes of this; a refused token shows in the session itself. */
  function whoIs(session: Session, { signal, onExchange }: Attempt): Promise<string | null> {
    return questions.askIdentity(session, { signal, onExchange }).then(
      ({ who }) => who,
      () => null,
    );
  }

  async function renameTo(session: Session, who: string): Promise<void> {
    await ledger.updateIndex((index) => {
      const others = index.profiles.filter(({ id }) => id !== session.id);
      const name = profileName(who, {}, others, session.serverId);
      return {
        ...index,
        profiles: index.profiles.map((one) => (one.id === session.id ? { ...one, name } : one)),
      };
    }, 'keep');
  }

  async function loginAgain(session: Session, attempt: LookedAt): Promise<void> {
    await freeOfOthers(session, 'login');
    const key = JSON.stringify([
      attempt.login.id,
      attempt.input.remember,
      Object.entries(attempt.values).sort(),
    ]);
    if (session.busy) {
      if (session.busy.key !== key)
        throw new Failure('bad-input', { detail: words.remarks.tokenIsBeingUsed });
      await session.busy.done;
      return;
    }
    if (attempt.running.signal.aborted) throw new Failure('cancelled');
    await occupy(session, 'login', () => replace(session, attempt), ledger.changed, key);
    const { name } = attempt.input;
    if (name) {
      await ledger.updateIndex(
        (index) => ({
          ...index,
          profiles: index.profiles.map((one) => (one.id === session.id ? { ...one, name } : one)),
        }),
        'keep',
      );
    }
    await whoIs(session, attempt.running);
  }

  return {
    async login(input) {
      const seen = look(input);
      const running = attempts.begin(input.attemptId, waitsForUser(seen.login));
      const owner = input.profileId ?? input.attemptId;
      let release = (): unknown => undefined;
      try {
        const attempt = { ...seen, running };
        const { pasted } = attempt;
        if (pasted !== null) {
          requireUnheld(ledger, pasted, input.profileId);
          if ((pasting.get(pasted) ?? owner) !== owner) throw faultyToken(words.remarks.tokenIsBeingUsed);
          pasting.set(pasted, owner);
          release = () => pasting.delete(pasted);
        }
        if (input.profileId === undefined) return { profileId: (await create(attempt)).id };
        const session = ledger.session(input.profileId);
        await loginAgain(session, attempt);
        return { profileId: session.id };
      } finally {
        release();
        running.end();
      }
    },
  };
}

function waitsForUser({ elsewhere }: LoginView): boolean {
  return elsewhere !== undefined;
}
