import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from '../content-security-policy.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must be called before the app is ready. */
export function declareAppScheme(): void {
  // From Electron 28 on, Chromium keeps what it compiled of the window's scripts for the next start.
  const privileges = { standard: true, secure: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** What was answered still goes through a pipe that this thread fills. */
const HANDED_OVER_MS = 30;
/** A page that asks for no script by then is not served from here, but by a development server. */
const GIVEN_UP_MS = 500;

/**
 * Serves the built window from `folder` under `origin`; anything outside it, or of an unknown type, does not exist. Resolves once the
 * page that is opened first was given its scripts.
 */
export function serveAppScheme(session: Session, origin: string, folder: string): Promise<void> {
  let seen: () => void = () => {};
  const served = new Promise<void>((resolve) => {
    seen = resolve;
  });
  let timer = setTimeout(seen, GIVEN_UP_MS);
  session.protocol.handle('app', async (request) => {
    const path = filePath(origin, folder, request.url);
    const type = path && contentTypes[extname(path)];
    if (request.method !== 'GET' || !path || !type) return notFound();
    try {
      const bytes = new Uint8Array(await readFile(path));
      if (extname(path) === '.js') {
        clearTimeout(timer);
        timer = setTimeout(seen, HANDED_OVER_MS);
      }
      return new Response(bytes, {
        headers: {
          'content-type': type,
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      });
    } catch {
      return notFound();
    }
  });
  return served;
}

/** The file an address means, `null` where it means none of ours. */
function filePath(origin: string, folder: string, address: string): string | null {
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== origin) return null;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const path = normalize(join(folder, name === '/' ? 'index.html' : name));
  return path.startsWith(normalize(folder) + sep) && !name.includes('\0') ? path : null;
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
