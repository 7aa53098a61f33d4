import { Failure } from '../failure.ts';
import { isLoopback } from './server-address.ts';

interface Base {
  readonly address: string;
  readonly allowPlainHttp: boolean;
}

/**
 * Joins a server's address and a path as they are: a slash too many is another path to many servers. A full address is taken only
 * where it stays on the server or `further` says so, anywhere or at the origins it names, and never over plain http unless that was chosen.
 */
export function callUrl(
  base: Base,
  path: string,
  further: boolean | readonly string[],
  field?: string,
): string {
  const own = parsed(base.address) ?? refuse(undefined);
  const url = resolvePath(base.address, path) ?? refuse(field);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse(field);
  if (url.username || url.password || url.hash) return refuse(field);
  const mayLeave = typeof further === 'boolean' ? further : further.includes(url.origin);
  if (url.origin !== own.origin && !mayLeave) return refuse(field);
  if (url.protocol === 'http:' && !base.allowPlainHttp && !isLoopback(url.hostname)) {
    throw new Failure('plain-http-refused', { detail: url.host });
  }
  return url.href;
}

/**
 * Where a path or full address of a server leads; null for neither. Only `scheme://` makes a full address: what `http:host/path`
 * means depends on the base it is read with, and whoever decides where a secret may go must read it as whoever sends it does.
 */
export function resolvePath(address: string, path: string): URL | null {
  const [, scheme, slashes] = /^([a-z][a-z0-9+.-]*:)?(\/\/)?/i.exec(path) ?? [];
  if (scheme && !slashes) return null;
  const isFull = scheme !== undefined;
  return parsed(isFull ? path : `${address}${path.startsWith('/') ? '' : '/'}${path}`);
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
