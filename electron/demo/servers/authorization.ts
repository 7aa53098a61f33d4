import type { RecordedRequest } from './recording-server.ts';

/** Reads the token of a bearer header; the scheme's case does not matter, and the token may be empty. */
export function bearerOf(request: RecordedRequest): string | undefined {
  const [, scheme = '', token = ''] = /^(\S*)\s*(.*)$/.exec(request.headers.authorization ?? '') ?? [];
  return scheme.toLowerCase() === 'bearer' ? token : undefined;
}

function formDecode(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

export interface ClientCredentials {
  readonly id: string;
  readonly secret: string;
}

/**
 * Reads the client id and secret of a Basic header, form-decoded as OAuth wants it.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1
 */
export function basicCredentialsOf(request: RecordedRequest): ClientCredentials | undefined {
  const [, encoded] = /^Basic (.*)$/.exec(request.headers.authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return secret.length === 0 ? undefined : { id: formDecode(id), secret: formDecode(secret.join(':')) };
}
