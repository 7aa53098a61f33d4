import { jwtDecode } from 'jwt-decode';

/** What a token says of itself, unverified: only its issuer can vouch for it. */
export type Claims = Readonly<Record<string, unknown>>;

/** Claims of a JWT, `null` for an opaque token. */
export function readClaims(token: string): Claims | null {
  try {
    const decoded = jwtDecode<unknown>(token);
    return typeof decoded === 'object' && decoded !== null && !Array.isArray(decoded) ? { ...decoded } : null;
  } catch {
    return null;
  }
}

/** The header of a JWT, `null` for an opaque token. */
export function readHeader(token: string): Claims | null {
  try {
    const decoded = jwtDecode<unknown & object>(token, { header: true });
    return typeof decoded === 'object' && decoded !== null && !Array.isArray(decoded) ? { ...decoded } : null;
  } catch {
    return null;
  }
}
