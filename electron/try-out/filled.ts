import type { Check, Identity } from '../contract/session.ts';
import type { Filled } from '../contract/try-out.ts';
import type { Engine } from '../servers/engine.ts';
import type { Grant } from '../servers/server.ts';
import { tokenView } from '../sessions/token-view.ts';

/** What came of a call of the engine. */
type Result =
  | { readonly grant: Grant }
  | { readonly identity: Identity }
  | { readonly check: Check }
  | { readonly end: Awaited<ReturnType<Engine['end']>> };

/** The fields that an answer filled, with tokens masked. */
export function filledBy(result: Result, before: Grant | null): Filled {
  if ('identity' in result) return { what: 'identity', identity: result.identity };
  if ('check' in result) return { what: 'check', check: result.check };
  if ('end' in result) return { what: 'end', ...result.end };
  const { accessToken, refreshToken, access, refreshLife, tokenType, scope } = result.grant;
  return {
    what: 'grant',
    accessToken: masked(accessToken),
    refreshToken: refreshToken === null ? null : masked(refreshToken),
    isNewRefreshToken: refreshToken !== null && refreshToken !== before?.refreshToken,
    access,
    refreshLife,
    tokenType,
    scope,
  };
}

function masked(token: string) {
  const { masked: text, format } = tokenView(token);
  return { masked: text, format };
}
