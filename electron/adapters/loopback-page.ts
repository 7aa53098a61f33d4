import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { direction, locale, words } from '../words/words.ts';

/** A page for the browser at the end of a sign-in. */
export interface LoopbackPage {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

const style = `:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.5 system-ui, sans-serif;
  background: light-dark(#f6f6f4, #17181a); color: light-dark(#1d1e20, #ececea); }
main { max-width: 26rem; padding: 2rem; text-align: center; }
h1 { margin: 0 0 0.5rem; font-size: 1.375rem; font-weight: 600; }
p { margin: 0; opacity: 0.75; }`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** Nothing is loaded, run, framed or sent on; the address, which holds the code, goes to nobody. */
const headers: OutgoingHttpHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  Connection: 'close',
};

function page(status: number, title: string, text: string): LoopbackPage {
  const body = `<!doctype html>
<html lang="${locale}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Lanyard</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
  return { status, headers, body };
}

const { done, notSignedIn, refused } = words.browserPage;

export const donePage = page(200, done.title, done.text);

export const notSignedInPage = page(200, notSignedIn.title, notSignedIn.text);

/** Says as little to whoever knocks without being asked as to a user who comes too late. */
export function refusedPage(status: number): LoopbackPage {
  return page(status, refused.title, refused.text);
}
