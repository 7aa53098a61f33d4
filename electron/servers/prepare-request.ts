import type { ProblemCode } from '../contract/problem.ts';
import type { RequestTemplate } from '../contract/request-template.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import type { Clock, HttpRequest } from '../ports.ts';
import { resolvePath } from './call-url.ts';
import { noProof, proveClient } from './client-authentication.ts';
import { clientCertificate } from './client-certificate.ts';
import type { CallContext } from './engine.ts';
import { fillTemplate, type Values } from './fill-template.ts';
import { signKeyProof } from './key-proof.ts';
import { type OriginNote, type OriginNotes, serverNow } from './origin-notes.ts';
import { buildRequest, settingValues } from './template.ts';

/** The name under which a server's settings hold that it reads HTTP Basic without the form encoding: learned, never typed. */
export const basicSetting = 'clientBasic';

interface ToPrepare {
  readonly kind: ServerKind;
  readonly context: Pick<CallContext, 'server'>;
  readonly template: RequestTemplate;
  readonly values: Values;
  readonly key?: string | null | undefined;
}

/** A request with everything in it that is made anew each time it is sent. */
export interface PreparedRequest {
  readonly request: HttpRequest;
  /** Secrets that were made for it. */
  readonly secrets: readonly string[];
  /** What its proofs rest on. */
  readonly restsOn: OriginNote;
  /** Problems as which the refusal of one of its proofs may appear; none where it carries none that a clock or a nonce can make wrong. */
  readonly doubts: readonly ProblemCode[];
}

const noDoubts = { secrets: [], doubts: [] };
const assertionDoubts: readonly ProblemCode[] = ['client-refused'];
const keyDoubts: readonly ProblemCode[] = ['proof-refused', 'grant-refused', 'token-refused'];

/**
 * Makes the request that is sent: the client's proof, the certificate of the connection, and the proof of the key that tokens are bound
 * to. Throws as {@link buildRequest} does.
 */
export async function prepareRequest(
  { clock, origins }: { readonly clock: Clock; readonly origins: OriginNotes },
  { kind, context: { server }, template, values, key }: ToPrepare,
): Promise<PreparedRequest> {
  const settings = settingValues(kind, server.settings);
  const all = { ...values, ...settings };
  const { url } = buildRequest(kind, template, server, values);
  const note = origins.noteOf(url);
  const now = serverNow(clock, note);
  const client =
    template.client === undefined
      ? noProof
      : await proveClient(template.client, all, {
          audience: settings.issuer || tokenEndpoint(server.address, settings) || url,
          serverNow: now,
          isBasicRaw: server.settings[basicSetting] === 'raw',
        });
  const certificate = clientCertificate(all);
  const built = buildRequest(kind, template, server, values, client);
  const request = { ...built, ...(certificate && { clientCertificate: certificate }) };
  const assertion = client.fields.client_assertion;
  const byClient = assertion === undefined ? noDoubts : { secrets: [assertion], doubts: assertionDoubts };
  if (!key) return { request, restsOn: note, ...byClient };

  const token = template.bearer === undefined ? undefined : fillTemplate(template.bearer, all);
  const proof = await signKeyProof(key, { request, token, nonce: note.nonce, serverNow: now });
  const headers = {
    ...request.headers,
    ...(token !== undefined && { Authorization: `DPoP ${token}` }),
    DPoP: proof,
  };
  return {
    request: { ...request, headers },
    restsOn: note,
    secrets: [...byClient.secrets, proof],
    doubts: [...byClient.doubts, ...keyDoubts],
  };
}

function tokenEndpoint(address: string, { tokenUrl }: Values): string | undefined {
  return tokenUrl ? resolvePath(address, tokenUrl)?.href : undefined;
}
