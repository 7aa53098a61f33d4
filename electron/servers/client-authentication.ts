import { Failure } from '../failure.ts';

/** What a request carries so that the server knows the client. */
export interface ClientProof {
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Authenticates a client by HTTP Basic or in the body, never by both, which servers refuse. A client without a secret is
 * public and only names itself. @see RFC 6749 §2.3.1
 */
export function authenticateClient(how: string, id: string, secret: string): ClientProof {
  if (!id) throw new Failure('bad-input', { field: 'clientId' });
  if (!secret) return { headers: {}, fields: { client_id: id } };
  if (how === 'body') return { headers: {}, fields: { client_id: id, client_secret: secret } };
  if (how !== 'basic') throw new Failure('bad-input', { field: 'clientAuth' });
  return { headers: { Authorization: `Basic ${basicCredentials(id, secret)}` }, fields: {} };
}

/** Identifier and secret as HTTP Basic wants them: form-encoded, joined, base64. */
export function basicCredentials(id: string, secret: string): string {
  return Buffer.from(`${formEncode(id)}:${formEncode(secret)}`, 'utf8').toString('base64');
}

/** Encodes one value as application/x-www-form-urlencoded. */
function formEncode(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1);
}
