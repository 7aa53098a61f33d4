/** Pages that a sign-in has at most: the code, its confirmation, login, consent, and the redirects between them. */
const MOST_PAGES = 20;

/** What the person at the browser wants. */
interface Person {
  /** Leaves the first page that can be left by its "cancel". */
  readonly denies?: boolean;
}

/**
 * Plays a browser and the person before it: follows redirects and sends every form as it stands, with `alice` as user and password.
 * Answers with the last page.
 */
export async function playPerson(
  startUrl: string,
  { denies = false }: Person = {},
): Promise<{ readonly url: URL; readonly status: number; readonly text: string }> {
  const start = new URL(startUrl);
  const cookies = new Map<string, string>();
  async function open(url: URL, form?: URLSearchParams): Promise<Response> {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url, {
      headers: { accept: 'text/html', ...(url.host === start.host && { cookie }) },
      redirect: 'manual',
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value) cookies.set(name, value);
    }
    return response;
  }

  let url = start;
  let response = await open(url);
  let hasDenied = false;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const location = response.headers.get('location');
    if (location !== null) {
      url = new URL(location, url);
      response = await open(url);
      continue;
    }
    const text = await response.text();
    const [, cancel] = /<a\b[^>]*\bhref="([^"]*\/abort)"/.exec(text) ?? [];
    const form = readForm(text);
    if (denies && cancel !== undefined && !hasDenied) {
      hasDenied = true;
      url = new URL(decode(cancel), url);
      response = await open(url);
    } else if (form && !hasDenied) {
      url = new URL(form.action, url);
      response = await open(url, form.fields);
    } else {
      return { url, status: response.status, text };
    }
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
