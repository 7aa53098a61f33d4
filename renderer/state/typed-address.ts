function isLoopbackName(hostname: string): boolean {
  return /^localhost$|^\[::1\]$|^127(\.\d+){3}$/.test(hostname);
}

/** Reads an address as people type it; without a scheme it means https. Null where it is none yet. */
function readAddress(typed: string): URL | null {
  const text = typed.trim();
  if (text === '') return null;
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  try {
    return new URL(full);
  } catch {
    // `URL.canParse` is younger than the oldest Chromium this runs on.
    return null;
  }
}

/** True where it is worth asking before the user has said that the address is complete. */
export function looksComplete(typed: string): boolean {
  const url = readAddress(typed);
  if (url === null) return false;
  return (
    url.port !== '' ||
    isLoopbackName(url.hostname) ||
    /[^.]\.[^.]{2,}$|^\[|^\d+(\.\d+){3}$/.test(url.hostname)
  );
}

/** True where tokens would cross a network in the clear. */
export function isOpenHttp(typed: string): boolean {
  const url = readAddress(typed);
  return url?.protocol === 'http:' && !isLoopbackName(url.hostname);
}

/** True for what never leaves the machine. */
export function isLoopback(typed: string): boolean {
  const url = readAddress(typed);
  return url !== null && isLoopbackName(url.hostname);
}

/** The host to name while it is asked; the text itself where it is no address yet. */
export function hostOf(typed: string): string {
  return readAddress(typed)?.host ?? typed.trim();
}

/** The address without its path; null where it has none. */
export function withoutPath(typed: string): string | null {
  const url = readAddress(typed);
  return url === null || url.pathname === '/' || url.origin === 'null' ? null : url.origin;
}

/** True where both lead to the same place, however they are written. */
export function isSameAddress(one: string, other: string): boolean {
  const place = placeOf(one);
  return place !== null && place === placeOf(other);
}

function placeOf(typed: string): string | null {
  const url = readAddress(typed);
  return url && `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** True where both addresses are of one origin, so that what was granted there may be sent there. */
export function isSameOrigin(one: string, other: string): boolean {
  return readAddress(one)?.origin === readAddress(other)?.origin;
}
