import { jwtDecode } from 'jwt-decode';

/** What a token says of itself, unverified: only its issuer can vouch for it. */
export type Claims = Readonly<Record<string, unknown>>;

/** Claims of a JWT, `null` for an opaque token. */
export function readClaims(token: string): Claims | null {
  // The decoder throws for it, and an error with its stack costs more than all the rest of a login.
  if (!token.includes('.')) return null;
  return readPart(() => jwtDecode<unknown>(token));
}

/** The header of a JWT, `null` for an opaque token. */
export function readHeader(token: string): Claims | null {
  return readPart(() => jwtDecode<object>(token, { header: true }));
}

function readPart(decode: () => unknown): Claims | null {
  try {
    const decoded = decode();
    return typeof decoded === 'object' && decoded !== null && !Array.isArray(decoded) ? { ...decoded } : null;
  } catch {
    return null;
  }
}
