import { askedFields } from '../contract/asked-fields.ts';
import type { Field } from '../contract/server.ts';
import type { Login, ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import type { CallContext } from './engine.ts';
import type { Values } from './fill-template.ts';
import { isUsableToken } from './grant.ts';
import { readClaims } from './token-claims.ts';

/** Throws `bad-input` with the first field that is asked for and missing, or that a group of fields allows only one of. */
export function checkFields(
  kind: ServerKind,
  form: readonly Field[],
  { fields: values, server }: Pick<CallContext, 'fields' | 'server'>,
): void {
  const fields = askedFields({ fields: form, values }, { fields: kind.settings, values: server.settings });
  const isFilled = ({ id }: Field) => (values[id] ?? '') !== '';
  const missing = fields.find((field) => !field.optional && !isFilled(field));
  if (missing) throw new Failure('bad-input', { field: missing.id });
  for (const field of fields) {
    if (field.exactlyOneOf === undefined) continue;
    const filled = fields.filter(({ exactlyOneOf }) => exactlyOneOf === field.exactlyOneOf).filter(isFilled);
    if (filled.length !== 1) throw new Failure('bad-input', { field: filled[1]?.id ?? field.id });
  }
}

/** Tokens as people paste them: with a scheme in front, or broken over lines by a terminal. */
export function readPastedTokens(login: Extract<Login, { paste: true }>, values: Values) {
  const accessToken = readPasted(login, values, 'accessToken');
  const refreshToken = readPasted(login, values, 'refreshToken');
  if (!accessToken && !refreshToken) throw new Failure('bad-input', { field: 'accessToken' });
  return { accessToken, refreshToken: refreshToken || null };
}

/** A token without the scheme in front and the line ends within that it was copied with. */
export function bareToken(pasted: string): string {
  return pasted
    .trim()
    .replace(/^bearer\s+/i, '')
    .replace(/\s+/g, '');
}

function readPasted(
  login: Extract<Login, { paste: true }>,
  values: Values,
  field: 'accessToken' | 'refreshToken',
) {
  const token = bareToken(values[field] ?? '');
  if (token === '') return '';
  const { expectClaim } = login;
  const claim = expectClaim && readClaims(token)?.[expectClaim.name];
  const isOther = expectClaim && typeof claim === 'string' && claim !== expectClaim[field];
  if (!isUsableToken(token) || isOther) throw new Failure('bad-input', { field });
  return token;
}
