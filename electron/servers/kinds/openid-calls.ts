import type { RequestTemplate } from '../../contract/request-template.ts';

/** A call with the client's name on it, with what the server's settings add to every one. */
export function clientCall(path: string, fields: Readonly<Record<string, string>>): RequestTemplate {
  return {
    method: 'POST',
    path,
    client: '{clientAuth}',
    moreHeaders: '{extraHeaders}',
    body: { as: 'form', fields: { ...fields } },
  };
}

/** A call to the token endpoint. */
export function tokenCall(grantType: string, fields: Readonly<Record<string, string>>): RequestTemplate {
  const call = clientCall('{tokenUrl}', {});
  return {
    ...call,
    dpop: '{dpop}',
    body: { as: 'form', fields: { grant_type: grantType, ...fields }, lists: ['resource'] },
  };
}
