import type { LoginRequest } from './login-request.ts';
import { listed, member, textMember } from './member.ts';
import { readBody } from './request-body.ts';
import { Unusable } from './unusable.ts';
import { holdsVariable } from './variable.ts';

const methods = ['POST', 'PUT', 'PATCH'] as const;

/** Reads a request of a Postman collection that could be a login; null for any other. `fill` puts in the variables that are known. */
export function postmanRequest(request: unknown, fill: (text: string) => string): LoginRequest | null {
  const method = methods.find((one) => one === textMember(request, 'method')?.toUpperCase());
  const raw = textMember(request, 'url') ?? textMember(member(request, 'url'), 'raw');
  const url = raw === undefined ? null : parsed(fill(raw));
  if (!method || !url) return null;
  const headers = listed(member(request, 'header'), 100).flatMap((one) => {
    const name = textMember(one, 'key');
    const isOff = member(one, 'disabled') === true;
    return name === undefined || isOff ? [] : [[name, fill(textMember(one, 'value') ?? '')] as const];
  });
  const body = bodyOf(member(request, 'body'), fill);
  return body && { method, url, headers, basic: null, notes: [], ...body };
}

function bodyOf(
  body: unknown,
  fill: (text: string) => string,
): Pick<LoginRequest, 'bodyAs' | 'fields'> | null {
  if (textMember(body, 'mode') === 'urlencoded') {
    const fields = listed(member(body, 'urlencoded'), 40).flatMap((one) => {
      const name = textMember(one, 'key');
      const isOff = member(one, 'disabled') === true;
      const value = member(one, 'value');
      return name === undefined || isOff
        ? []
        : [{ name, value: typeof value === 'string' ? fill(value) : '', isText: true }];
    });
    return { bodyAs: 'form', fields };
  }
  if (textMember(body, 'mode') !== 'raw') return null;
  try {
    return readBody(fill(textMember(body, 'raw') ?? ''), '');
  } catch (thrown) {
    if (thrown instanceof Unusable) return null;
    throw thrown;
  }
}

function parsed(text: string): URL | null {
  if (holdsVariable(text)) return null;
  try {
    const url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}
