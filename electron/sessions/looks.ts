import { createHash } from 'node:crypto';
import type { PastedInspection, TokenName } from '../contract/inspection.ts';
import type { KindView } from '../contract/server.ts';
import type { Earlier, Exchange } from '../contract/session.ts';
import { Failure } from '../failure.ts';
import { claimsJson } from '../inspect/claims-json.ts';
import { inspectToken } from '../inspect/inspect-token.ts';
import { readPasted } from '../inspect/pasted-text.ts';
import { withoutSecrets } from '../inspect/shown-claims.ts';
import type { Grant } from '../servers/server.ts';
import type { KindLookup } from './kind-lookup.ts';
import type { Ledger } from './ledger.ts';
import type { ProfileRecord } from './profile-record.ts';
import { isBoundTo } from './server-binding.ts';
import type { Session } from './session.ts';
import { secretsOf } from './session-secrets.ts';

/** A shorter secret stands in many a token by chance, and would hide what is none. */
const SHORTEST_SOUGHT = 8;

/** Looks into tokens, kept and pasted ones, and gives out what may be shown of them alone. */
export interface Looks {
  /** Says what a pasted text is. Nothing of it is kept. */
  inspect(text: string): PastedInspection;
  /** The claims of a session's token as JSON. Throws `no-token`. */
  claims(profileId: string, token: TokenName): string;
  /** The claims of a pasted text as JSON. */
  pastedClaims(text: string): string;
  /** The token itself. Throws `no-token`. */
  token(profileId: string, token: TokenName): string;
  /** Notes what the tokens of a session say before others take their place. */
  replaced(session: Session, next: ProfileRecord): void;
}

export function createLooks({
  ledger,
  kinds,
}: {
  readonly ledger: Ledger;
  readonly kinds: KindLookup;
}): Looks {
  function form(record: ProfileRecord): KindView['logins'][number]['fields'] {
    const server = ledger.index().servers.find(({ id }) => id === record.serverId);
    const kind = server && kinds.view(server.kindId);
    return kind?.logins.find(({ id }) => id === record.loginId)?.fields ?? [];
  }

  function secrets(record: ProfileRecord): string[] {
    return secretsOf(record, form(record));
  }

  function holders(token: string): { readonly session: Session; readonly token: TokenName }[] {
    const sought = digest(token);
    return [...ledger.sessions()].flatMap((session) =>
      tokensOf(session.record.grant)
        .filter(([, text]) => digest(text) === sought)
        .map(([name]) => ({ session, token: name })),
    );
  }

  function look(text: string): PastedInspection {
    const { token, takenOff } = readPasted(text);
    if (token === '') return { token: null, takenOff, heldBy: [] };
    const held = holders(token);
    const sought =
      held.length > 0
        ? held.flatMap(({ session }) => secrets(session.record))
        : [...ledger.sessions()]
            .flatMap(({ record }) => secrets(record))
            .filter(({ length }) => length >= SHORTEST_SOUGHT);
    return {
      token: inspectToken(token, sought),
      takenOff,
      heldBy: held.map(({ session, token: name }) => ({ profileId: session.id, token: name })),
    };
  }

  function tokenOf(profileId: string, name: TokenName): string {
    const { record, serverId } = ledger.session(profileId);
    const isBound = isBoundTo(record.binding, ledger.server(serverId));
    const text = isBound && tokensOf(record.grant).find(([one]) => one === name)?.[1];
    if (!text) throw new Failure('no-token');
    return text;
  }

  function earlier({ record, busy, exchanges }: Session): Earlier | null {
    const { grant } = record;
    // What takes their place by itself, such as a backup, gave nothing that could be held against them.
    if (!grant || !busy) return null;
    const hidden = secrets(record);
    return {
      access: inspectToken(grant.accessToken, hidden),
      idToken: grant.idToken && inspectToken(grant.idToken.token, hidden),
      scope: grant.scope && withoutSecrets(grant.scope, hidden),
      life: grant.access,
      lifetimeMs: grant.lifetimeMs,
      replacedBy: busy.kind === 'login' || lastGrant(exchanges) === 'login' ? 'sign-in' : 'refresh',
    };
  }

  return {
    inspect: look,
    token: tokenOf,
    claims(profileId, token) {
      const { claims } = inspectToken(tokenOf(profileId, token), secrets(ledger.session(profileId).record));
      return claimsJson(claims);
    },
    pastedClaims: (text) => claimsJson(look(text).token?.claims ?? []),
    replaced(session, next) {
      if (next.grant === null) session.earlier = null;
      else if (next.grant.accessToken !== session.record.grant?.accessToken) {
        session.earlier = earlier(session);
      }
    },
  };
}

function tokensOf(grant: Grant | null): readonly (readonly [TokenName, string])[] {
  if (!grant) return [];
  return [
    ['access', grant.accessToken] as const,
    ...(grant.refreshToken ? [['refresh', grant.refreshToken] as const] : []),
    ...(grant.idToken ? [['id', grant.idToken.token] as const] : []),
  ];
}

/** The newest call that gave tokens. */
function lastGrant(exchanges: readonly Exchange[]): Exchange['purpose'] | undefined {
  return exchanges
    .filter(({ purpose, outcome }) => outcome === 'ok' && (purpose === 'login' || purpose === 'refresh'))
    .at(-1)?.purpose;
}

/** Compared without laying a token of the vault beside the text of the window. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
