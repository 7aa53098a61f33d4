import { Failure } from '../failure.ts';

/** True for what never leaves the machine. Names below `localhost` are not among it: Node asks the system's resolver for them. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/**
 * Reads an address as people type it: without a scheme it means https, on loopback http. Throws `address-invalid` for what is no
 * base address, and `plain-http-refused` for plain http to another machine unless it is allowed.
 */
export function readServerAddress(typed: string, allowPlainHttp: boolean): URL {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url = hasScheme ? parse(text) : parseWithoutScheme(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (
    !isWeb ||
    !url.hostname ||
    url.username ||
    url.password ||
    url.search ||
    url.hash ||
    /[?#]/.test(text)
  ) {
    throw invalid();
  }
  if (url.protocol === 'http:' && !allowPlainHttp && !isLoopback(url.hostname)) {
    throw new Failure('plain-http-refused', { field: 'address', detail: url.host });
  }
  return url;
}

/** Base address without a slash at the end. */
export function baseAddress(url: URL, pathname: string = url.pathname): string {
  return `${url.origin}${pathname.replace(/\/+$/, '')}`;
}

function parseWithoutScheme(text: string): URL {
  const url = parse(`https://${text}`);
  return isLoopback(url.hostname) ? parse(`http://${text}`) : url;
}

function parse(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw invalid();
  }
}

function invalid(): Failure {
  return new Failure('address-invalid', { field: 'address' });
}
