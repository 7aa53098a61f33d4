import { fieldOf, send } from '../send.ts';
import type { RealServer } from './spawn-server.ts';

/** Pages that a sign-in has at most: the code, its confirmation, login, consent, and the redirects between them. */
const MOST_PAGES = 20;

/** Signs in by the device flow, with the person at the browser played: every form is sent as it stands. */
export async function signInByDevice(
  provider: RealServer,
  client_id = 'desktop',
): Promise<{ readonly accessToken: string; readonly refreshToken: string }> {
  const scope = 'openid email offline_access';
  const started = await send(provider, 'POST /device/auth', { form: { client_id, scope } });
  await playPerson(fieldOf(started, 'verification_uri_complete'));
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id,
    device_code: fieldOf(started, 'device_code'),
  };
  const granted = await send(provider, 'POST /token', { form });
  return { accessToken: fieldOf(granted, 'access_token'), refreshToken: fieldOf(granted, 'refresh_token') };
}

async function playPerson(startUrl: string): Promise<void> {
  const cookies = new Map<string, string>();
  async function open(url: URL, form?: URLSearchParams): Promise<Response> {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url, {
      headers: { accept: 'text/html', cookie },
      redirect: 'manual',
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value) cookies.set(name, value);
    }
    return response;
  }

  let url = new URL(startUrl);
  let response = await open(url);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const location = response.headers.get('location');
    if (location !== null) {
      url = new URL(location, url);
      response = await open(url);
      continue;
    }
    const form = readForm(await response.text());
    if (!form) return;
    url = new URL(form.action, url);
    response = await open(url, form.fields);
  }
  throw new Error('The sign-in does not come to its end.');
}

/** The first form of a page, filled in; none where the page is the last one. */
function readForm(page: string): { readonly action: string; readonly fields: URLSearchParams } | undefined {
  const [, action] = /<form[^>]*\baction="([^"]*)"/.exec(page) ?? [];
  if (action === undefined) return undefined;
  const fields = new URLSearchParams();
  for (const [tag] of page.matchAll(/<input\b[^>]*>/g)) {
    const [, name] = /\bname="([^"]*)"/.exec(tag) ?? [];
    const [, value = ''] = /\bvalue="([^"]*)"/.exec(tag) ?? [];
    if (name !== undefined) fields.set(name, decode(value));
  }
  for (const name of ['login', 'password']) if (fields.has(name)) fields.set(name, 'alice');
  return { action: decode(action), fields };
}

function decode(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
