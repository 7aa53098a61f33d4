import { modifyAssertion, PrivateKeyJwt } from 'oauth4webapi';
import { placeholdersOf } from '../contract/request-template.ts';
import { Failure } from '../failure.ts';
import { readClientKey } from './client-key.ts';
import { fillTemplate, type Values } from './fill-template.ts';

/** What a request carries so that the server knows the client. */
export interface ClientProof {
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** What else a client's proof depends on. */
interface Circumstances {
  /** Whom an assertion is for: the issuer where it is known, else its token endpoint. */
  readonly audience: string;
  /** The server's clock, as far as it is known, epoch ms. */
  readonly serverNow: number;
  /** True for a server that takes HTTP Basic without the form encoding. */
  readonly isBasicRaw: boolean;
}

export const noProof: ClientProof = { headers: {}, fields: {} };

/**
 * Authenticates a client in the way that `template` says, never in two, which servers refuse. One without a secret is public and only
 * names itself; by `tls` it does so too, for there the connection's certificate is the proof. Throws `bad-input`.
 *
 * @see RFC 6749 §2.3.1, RFC 7523 §2.2, RFC 8705 §2
 */
export async function proveClient(
  template: string,
  values: Values,
  circumstances: Circumstances,
): Promise<ClientProof> {
  const { clientId: id = '', clientSecret: secret = '' } = values;
  if (!id) throw new Failure('bad-input', { field: 'clientId' });
  const named = { headers: {}, fields: { client_id: id } };
  switch (fillTemplate(template, values)) {
    case 'none':
      return named;
    case 'tls':
      if (!values.clientCertificate) throw new Failure('bad-input', { field: 'clientCertificate' });
      return named;
    case 'private_key_jwt':
      return { headers: {}, fields: await clientAssertion(id, values.clientKey ?? '', circumstances) };
    case 'body':
      return secret ? { headers: {}, fields: { client_id: id, client_secret: secret } } : named;
    case 'basic': {
      const credentials = circumstances.isBasicRaw
        ? rawCredentials(id, secret)
        : basicCredentials(id, secret);
      return secret ? { headers: { Authorization: `Basic ${credentials}` }, fields: {} } : named;
    }
    default:
      throw new Failure('bad-input', { field: placeholdersOf(template)[0] ?? 'clientAuth' });
  }
}

/**
 * Identifier and secret as HTTP Basic wants them: form-encoded, joined, base64. Not by the library, which also encodes `-`, `_` and `.`:
 * these stand in nearly every secret, and a server that forgets to decode takes them only as they are.
 */
export function basicCredentials(id: string, secret: string): string {
  return rawCredentials(formEncode(id), formEncode(secret));
}

/** The same without the form encoding, as many servers read it. @see RFC 7617 §2 */
export function rawCredentials(id: string, secret: string): string {
  return Buffer.from(`${id}:${secret}`, 'utf8').toString('base64');
}

async function clientAssertion(
  id: string,
  text: string,
  { audience, serverNow }: Circumstances,
): Promise<Values> {
  const { key, kid, alg } = await readClientKey(text);
  const sign = PrivateKeyJwt(
    { key, ...(kid !== undefined && { kid }) },
    {
      [modifyAssertion](header, payload) {
        header.alg = alg;
        const late = Math.floor(serverNow / 1000) - Number(payload.iat);
        for (const claim of ['iat', 'nbf', 'exp']) payload[claim] = Number(payload[claim]) + late;
      },
    },
  );
  const body = new URLSearchParams();
  try {
    await sign({ issuer: audience }, { client_id: id }, body, new Headers());
  } catch {
    throw new Failure('bad-input', { field: 'clientKey' });
  }
  return Object.fromEntries(body);
}

/** Encodes one value as application/x-www-form-urlencoded. */
function formEncode(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1);
}
