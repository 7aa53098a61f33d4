import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Jwt, readJwt, signJwt } from './jwt.ts';

const KID = 'tenant-key';

export interface Auth0Tenant {
  readonly domain: string;
  readonly audience: string;
  readonly clientid: string;
  /** The subjects that the server lets in. */
  readonly users: readonly string[];
  readonly publicKey: KeyObject;
  /** Issues an access token of this tenant; `claims` and `header` replace its parts, to make bad ones. */
  mint(
    subject: string,
    options?: {
      readonly now?: number;
      readonly claims?: Readonly<Record<string, unknown>>;
      readonly header?: Readonly<Record<string, unknown>>;
      readonly key?: KeyObject;
    },
  ): string;
}

/** Plays an Auth0 tenant with an RS256 key of its own. */
export function createAuth0Tenant(tenant: {
  readonly domain: string;
  readonly audience: string;
  readonly clientid: string;
  readonly users: readonly string[];
}): Auth0Tenant {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    ...tenant,
    publicKey,
    mint(subject, { now = Date.now(), claims, header, key = privateKey } = {}) {
      const iat = Math.floor(now / 1000);
      const own = {
        iss: `https://${tenant.domain}/`,
        sub: subject,
        aud: tenant.audience,
        iat,
        exp: iat + 86_400,
      };
      return signJwt({ ...own, azp: tenant.clientid, ...claims }, key, { kid: KID, ...header });
    },
  };
}

const KEYFUNC = 'token is unverifiable: error while executing keyfunc: ';

/** Says in Core's words what is wrong with an Auth0 token; `undefined` when nothing is. */
function faultOf(jwt: Jwt, tenant: Auth0Tenant, now: number): string | undefined {
  const { sub, aud, exp } = jwt.claims;
  if (![aud].flat().includes(tenant.audience)) return `${KEYFUNC}invalid audience`;
  if (typeof sub !== 'string' || !tenant.users.includes(sub)) return `${KEYFUNC}user not allowed`;
  if (jwt.header.kid === undefined) return `${KEYFUNC}kid not found`;
  if (jwt.header.kid !== KID) {
    return `${KEYFUNC}no cert for kid found: the given key ID was not found in the JWKs`;
  }
  if (!jwt.isSignedBy(tenant.publicKey)) return 'token signature is invalid: crypto/rsa: verification error';
  return now < Number(exp) * 1000 ? undefined : 'token has invalid claims: token is expired';
}

/** Judges an Auth0 token as Core does: nothing when it is none of this tenant's, else its subject or its fault. */
export function judgeAuth0Token(
  token: string,
  tenant: Auth0Tenant,
  now: number,
): { readonly subject: string } | { readonly fault: string } | undefined {
  const jwt = readJwt(token);
  if (jwt?.claims.iss !== `https://${tenant.domain}/`) return undefined;
  const fault = faultOf(jwt, tenant, now);
  return fault === undefined ? { subject: String(jwt.claims.sub) } : { fault };
}
