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

/** Serves the built window from `folder` under `origin`; anything outside it, or of an unknown type, does not exist. */
export function serveAppScheme(session: Session, origin: string, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const path = filePath(origin, folder, request.url);
    const type = path && contentTypes[extname(path)];
    if (request.method !== 'GET' || !path || !type) return notFound();
    try {
      return new Response(new Uint8Array(await readFile(path)), {
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
