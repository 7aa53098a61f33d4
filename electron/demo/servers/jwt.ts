import { createHmac, type KeyObject, sign, timingSafeEqual, verify } from 'node:crypto';

export interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  isSignedBy(key: string | KeyObject): boolean;
}

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

const hs256 = (signed: string, key: string): Buffer => createHmac('sha256', key).update(signed).digest();

/** Signs with HS256 when the key is a text and with RS256 when it is a private key. */
export function signJwt(
  claims: Readonly<Record<string, unknown>>,
  key: string | KeyObject,
  header: Readonly<Record<string, unknown>> = {},
): string {
  const alg = typeof key === 'string' ? 'HS256' : 'RS256';
  const signed = `${encode({ alg, typ: 'JWT', ...header })}.${encode(claims)}`;
  const signature = typeof key === 'string' ? hs256(signed, key) : sign('sha256', Buffer.from(signed), key);
  return `${signed}.${signature.toString('base64url')}`;
}

function decode(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Takes a token apart without judging it; `undefined` when it is no JWT. */
export function readJwt(token: string): Jwt | undefined {
  const [head = '', body = '', tail = '', ...rest] = token.split('.');
  const header = decode(head);
  const claims = decode(body);
  if (header === undefined || claims === undefined || tail === '' || rest.length > 0) return undefined;
  const signature = Buffer.from(tail, 'base64url');
  return {
    header,
    claims,
    isSignedBy(key) {
      if (typeof key !== 'string') {
        return header.alg === 'RS256' && verify('sha256', Buffer.from(`${head}.${body}`), key, signature);
      }
      const expected = hs256(`${head}.${body}`, key);
      return (
        header.alg === 'HS256' && expected.length === signature.length && timingSafeEqual(expected, signature)
      );
    },
  };
}
