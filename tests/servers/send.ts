export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; `undefined` when it is none. */
  readonly json: unknown;
}

export interface Parts {
  readonly bearer?: string;
  /** Client id and secret, each form-encoded before they become a Basic header. */
  readonly basic?: readonly [id: string, secret: string];
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function formEncode(text: string): string {
  return new URLSearchParams({ text }).toString().slice('text='.length);
}

function bodyOf({ json, form, body }: Parts): readonly [body: string | undefined, type: string | undefined] {
  if (json !== undefined) return [JSON.stringify(json), 'application/json'];
  if (form) return [new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded'];
  return [body, undefined];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends `"METHOD /path"` to a server, follows no redirect, and adds no content type of its own. */
export async function send(
  server: { readonly url: string },
  target: string,
  parts: Parts = {},
): Promise<Sent> {
  const [method = '', path = ''] = target.split(' ');
  const [body, type] = bodyOf(parts);
  const headers = new Headers(parts.headers);
  if (type !== undefined) headers.set('content-type', type);
  if (parts.bearer !== undefined) headers.set('authorization', `Bearer ${parts.bearer}`);
  if (parts.basic) {
    const pair = parts.basic.map(formEncode).join(':');
    headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  }
  const response = await fetch(server.url + path, {
    method,
    headers,
    redirect: 'manual',
    // Bytes, because fetch gives a text a content type.
    ...(body !== undefined && { body: new TextEncoder().encode(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

/** Reads a text field of a JSON answer, such as a token. */
export function fieldOf(sent: Sent, name: string): string {
  const fields: unknown = sent.json;
  const value: unknown =
    typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined;
  if (typeof value !== 'string') throw new Error(`${sent.status} without ${name}: ${sent.text}`);
  return value;
}
