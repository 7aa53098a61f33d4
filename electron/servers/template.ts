import { placeholdersOf, type RequestTemplate } from '../contract/request-template.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import type { HttpRequest } from '../ports.ts';
import { callUrl } from './call-url.ts';
import { type ClientProof, noProof } from './client-authentication.ts';
import { fillTemplate, type Values } from './fill-template.ts';
import { encodeBody } from './request-body.ts';
import { withHeaders } from './request-headers.ts';
import type { Server } from './server.ts';

/** Settings, with their initial values where nothing is set, and what follows from them. */
export function settingValues(kind: ServerKind, settings: Values): Values {
  // A setting may have the name of what every object has.
  const set = (id: string) => (Object.hasOwn(settings, id) ? settings[id] : undefined);
  const own = Object.fromEntries(kind.settings.map(({ id, initial }) => [id, set(id) ?? initial ?? '']));
  const derived = Object.entries(kind.derived ?? {}).map(([name, { from, values }]) => {
    const choice = own[from] ?? '';
    if (!Object.hasOwn(values, choice)) throw new Failure('bad-input', { field: from });
    return [name, values[choice] ?? ''];
  });
  return { ...own, ...Object.fromEntries(derived) };
}

/** True where the path of a call is filled: a kind may have a call that this server lacks. */
export function hasCall(kind: ServerKind, { path }: RequestTemplate, server: Server): boolean {
  return hasPath(kind, path, server);
}

/** True where nothing is missing in a path. */
export function hasPath(kind: ServerKind, path: string, server: Server): boolean {
  return fillPath(kind, path, server) !== undefined;
}

/**
 * Makes a request of a template, without what is signed anew for each sending. `values` are the login's fields and tokens; the server's settings cannot be overridden by them.
 * Throws `bad-input` where a value is missing or cannot stand in a header, `not-supported` where the server lacks the call.
 */
export function buildRequest(
  kind: ServerKind,
  template: RequestTemplate,
  server: Server,
  values: Values,
  client: ClientProof = noProof,
): HttpRequest {
  const settings = settingValues(kind, server.settings);
  const all: Values = { ...values, ...settings };
  const path = fillPath(kind, template.path, server);
  if (path === undefined) throw new Failure('not-supported');
  const setting = kind.settings.find(({ id }) => template.path === `{${id}}`);
  const url = callUrl(
    server,
    path,
    setting?.mayLeaveOrigin === true || (server.furtherOrigins ?? []),
    setting?.id,
  );

  const content = template.body && encodeBody(template.body, all, client.fields);
  const headers = {
    Accept: 'application/json',
    ...client.headers,
    ...(template.bearer !== undefined && { Authorization: `Bearer ${required(template.bearer, all)}` }),
    ...(template.basic && { Authorization: `Basic ${userCredentials(template.basic, all)}` }),
    ...(content && { 'Content-Type': content.type }),
  };
  return {
    method: template.method,
    url,
    headers: withHeaders(headers, template.headers ?? {}, template.moreHeaders, all),
    ...(content && { body: content.text }),
    ...(server.caPem && { caPem: server.caPem }),
  };
}

/** A path with the server's settings in it; `undefined` where one is missing. */
export function fillPath(kind: ServerKind, template: string, server: Server): string | undefined {
  const settings = settingValues(kind, server.settings);
  // A prefix may well be empty; a setting that is the whole path may not.
  const derived = Object.keys(kind.derived ?? {});
  const path = derived.reduce((text, name) => text.replaceAll(`{${name}}`, settings[name] ?? ''), template);
  const { origin, pathname } = new URL(server.address);
  return fillTemplate(path, { ...settings, origin, basePath: pathname.replace(/\/+$/, '') });
}

/** Visible ASCII: a token may hold nothing else, and a line break would start a header of its own. @see RFC 6750 §2.1 */
const bearerValue = /^[\x21-\x7e]+$/;

/** User and password as they are typed. Neither holds a control character, and a colon ends the user. @see RFC 7617 §2 */
function userCredentials(basic: NonNullable<RequestTemplate['basic']>, values: Values): string {
  const username = credential(basic.username, values, /^[^:\p{Cc}]+$/u);
  const password = credential(basic.password, values, /^\P{Cc}*$/u);
  return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}

function credential(template: string, values: Values, allowed: RegExp): string {
  const filled = fillTemplate(template, values) ?? '';
  if (!allowed.test(filled)) {
    const [field] = placeholdersOf(template);
    throw new Failure('bad-input', field === undefined ? {} : { field });
  }
  return filled;
}

function required(template: string, values: Values): string {
  const filled = fillTemplate(template, values);
  const [field] = placeholdersOf(template);
  if (filled === undefined || !bearerValue.test(filled)) {
    throw new Failure('bad-input', field === undefined ? {} : { field });
  }
  return filled;
}
