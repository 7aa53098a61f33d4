import type { Values } from './fill-template.ts';
import type { Grant } from './server.ts';

/** What a grant puts in the place of a template's tokens; the lasting one is what ends a session when it is revoked. */
export function tokenValues({ accessToken, refreshToken, idToken }: Grant): Values {
  return {
    accessToken,
    refreshToken: refreshToken ?? '',
    lastingToken: refreshToken ?? accessToken,
    idToken: idToken?.token ?? '',
  };
}
