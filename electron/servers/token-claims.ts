import { jwtDecode } from 'jwt-decode';

/** What a token says of itself, unverified: only its issuer can vouch for it. */
export type Claims = Readonly<Record<string, unknown>>;

/** Claims of a JWT, `null` for an opaque token. */
export function readClaims(token: string): Claims | null {
  return objectOrNull(() => jwtDecode<unknown>(token));
}

/** Header of a JWT, `null` for an opaque token. */
export function readTokenHeader(token: string): Claims | null {
  return objectOrNull(() => jwtDecode<unknown>(token, { header: true }));
}

function objectOrNull(decode: () => unknown): Claims | null {
  try {
    const decoded = decode();
    return typeof decoded === 'object' && decoded !== null && !Array.isArray(decoded) ? { ...decoded } : null;
  } catch {
    return null;
  }
}
