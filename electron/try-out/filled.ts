import { isSecretName } from '../contract/kind-secrets.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import type { Check, Identity } from '../contract/session.ts';
import type { Filled } from '../contract/try-out.ts';
import type { Engine } from '../servers/engine.ts';
import type { Grant } from '../servers/server.ts';
import { tokenView } from '../sessions/token-view.ts';
import { maskGuessed } from './mask.ts';

/** What came of a call of the engine. */
export type Result =
  | { readonly grant: Grant }
  | { readonly identity: Identity }
  | { readonly check: Check }
  | { readonly end: Awaited<ReturnType<Engine['end']>> };

/** The fields that an answer filled, masked as the answer itself is: a description may look for a name where a token stands. */
export function filledBy(
  result: Result,
  before: Grant | null,
  kind: ServerKind,
  secrets: readonly string[],
): Filled {
  if ('identity' in result) {
    return { what: 'identity', identity: maskedIdentity(result.identity, kind, secrets) };
  }
  if ('check' in result) return { what: 'check', check: result.check };
  if ('end' in result) return { what: 'end', ...result.end };
  const { accessToken, refreshToken, access, refreshLife, tokenType, scope } = result.grant;
  const grants = [kind.grant, kind.refresh?.grant ?? {}];
  const mask = (text: string, sources: readonly (string | undefined)[]): string =>
    maskFound(
      sources.filter((source) => source !== undefined),
      text,
      secrets,
    );
  return {
    what: 'grant',
    accessToken: masked(accessToken),
    refreshToken: refreshToken === null ? null : masked(refreshToken),
    isNewRefreshToken: refreshToken !== null && refreshToken !== before?.refreshToken,
    access,
    refreshLife,
    tokenType: mask(
      tokenType,
      grants.map((one) => one.tokenType),
    ),
    scope:
      scope === null
        ? null
        : mask(
            scope,
            grants.map((one) => one.scope),
          ),
  };
}

function maskedIdentity(
  identity: Identity,
  { identity: described }: ServerKind,
  secrets: readonly string[],
): Identity {
  return {
    ...identity,
    who: maskFound(described?.who ?? [], identity.who, secrets),
    details: identity.details.map(({ label, value }) => {
      const named = described?.details.filter((one) => one.label === label) ?? [];
      return {
        label,
        value: maskFound(
          named.map(({ path }) => path),
          value,
          secrets,
        ),
      };
    }),
  };
}

/** Masks what was found at one of some sources, for nobody tells at which. */
function maskFound(sources: readonly string[], text: string, secrets: readonly string[]): string {
  const names = sources.map(nameIn);
  return maskGuessed(names.find(isSecretName) ?? '', text, secrets);
}

/** The name under which a source finds its value; entries of a list stand under the name of the list. */
function nameIn(source: string): string {
  const names = source.split(/[.:]/).filter((name) => !/^(?:\d+|\*)$/.test(name));
  return names.at(-1) ?? '';
}

function masked(token: string) {
  const { masked: text, format } = tokenView(token);
  return { masked: text, format: format === 'jwt' ? format : ('opaque' as const) };
}
