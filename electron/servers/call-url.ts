import { Failure } from '../failure.ts';
import { isLoopback } from './server-address.ts';

interface Base {
  readonly address: string;
  readonly allowPlainHttp: boolean;
}

/**
 * Joins a server's address and a path as they are: a slash too many is another path to many servers. A full address is taken only
 * where `mayLeaveOrigin` says so or where it stays on the server, and never over plain http unless that was chosen.
 */
export function callUrl(base: Base, path: string, mayLeaveOrigin: boolean, field?: string): string {
  const own = parsed(base.address) ?? refuse(undefined);
  const isFull = /^[a-z][a-z0-9+.-]*:/i.test(path);
  const url =
    parsed(isFull ? path : `${base.address}${path.startsWith('/') ? '' : '/'}${path}`) ?? refuse(field);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse(field);
  if (url.username || url.password || url.hash) return refuse(field);
  if (url.origin !== own.origin && !mayLeaveOrigin) return refuse(field);
  if (url.protocol === 'http:' && !base.allowPlainHttp && !isLoopback(url.hostname)) {
    throw new Failure('plain-http-refused', { detail: url.host });
  }
  return url.href;
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function refuse(field: string | undefined): never {
  throw field === undefined ? new Failure('address-invalid') : new Failure('bad-input', { field });
}
