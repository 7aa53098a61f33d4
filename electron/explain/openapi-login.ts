import { isSecretName } from './field-names.ts';
import { listed, member, members, textMember } from './member.ts';
import { resolved, type SchemaField, schemaFields } from './openapi-schema.ts';
import type { DescribedLogin } from './own-kind.ts';

/** Documents of whole platforms have a few thousand. */
const MAX_PATHS = 5000;
const place = /(^|\/)(log-?in|sign-?in|auth|authenticate|authorize|sessions?|tokens?|access-?token)\/?$/i;
const tokenNames: readonly RegExp[] = [
  /^access_?token$/i,
  /^(id_?)?token$/i,
  /^(auth_?token|jwt|bearer|session_?token|api_?token|key)$/i,
];

/** A login that a document describes, and how well it fits one: more is better. */
export interface FoundLogin {
  readonly login: DescribedLogin;
  readonly weight: number;
}

/** The calls of an OpenAPI document that look like a login with a password, best first. */
export function findLogins(document: unknown, label: string, basePath: string): readonly FoundLogin[] {
  return members(member(document, 'paths'), MAX_PATHS)
    .filter(([path]) => path.startsWith('/') && path.length < 300 && !/[{}]/.test(path))
    .flatMap(([path, item]) => loginAt(document, label, `${basePath}${path}`, resolved(document, item)))
    .sort((one, other) => other.weight - one.weight);
}

function loginAt(document: unknown, label: string, path: string, item: unknown): readonly FoundLogin[] {
  const operation = member(item, 'post');
  if (operation === undefined) return [];
  const body = bodyOf(document, operation);
  const asked = body?.fields ?? [];
  const secrets = asked.filter(
    ({ name, format }) => format === 'password' || /pass(word|wd)?|pwd|secret$/i.test(name),
  );
  if (!body || secrets.length === 0) return [];
  const answer = answerFields(document, operation);
  const tokens = tokenNames.flatMap((pattern) =>
    answer.filter(({ name }) => pattern.test(name.split('.').at(-1) ?? '')),
  );
  const isPlace = place.test(path);
  // Creating a user and changing a password take a password too.
  if (!isPlace && tokens.length === 0) return [];
  const grant = {
    ...at('accessToken', tokens[0]),
    ...at(
      'refreshToken',
      answer.find(({ name }) => /(^|\.)refresh_?token$/i.test(name)),
    ),
    ...at(
      'expiresIn',
      answer.find(({ name }) => /(^|\.)(expires_?in|ttl|lifetime)$/i.test(name)),
    ),
    ...at(
      'expiresAt',
      answer.find(({ name }) => /(^|\.)expir(es|y|ation)(_?(at|date|time))?$/i.test(name)),
    ),
  };
  const login: DescribedLogin = {
    label,
    method: 'POST',
    path,
    bodyAs: body.as,
    fields: asked
      .filter(({ type }) => type === 'string')
      .map(({ name, format, required, constant }) => ({
        name,
        place: 'body',
        optional: !required && !isPasswordOrUser(name, secrets),
        secret: format === 'password' || isSecretName(name),
        ...(constant !== undefined && { constant }),
      })),
    grant,
  };
  return [{ login, weight: (isPlace ? 2 : 0) + (tokens.length > 0 ? 3 : 0) - asked.length / 100 }];
}

function isPasswordOrUser(name: string, secrets: readonly SchemaField[]): boolean {
  return secrets.some((secret) => secret.name === name) || /user|mail|login/i.test(name);
}

function at(id: string, field: SchemaField | undefined) {
  return field === undefined ? {} : { [id]: field.name };
}

function bodyOf(document: unknown, operation: unknown) {
  const content = member(resolved(document, member(operation, 'requestBody')), 'content');
  for (const [type, media] of members(content, 10)) {
    const as = /json/i.test(type) ? 'json' : /urlencoded/i.test(type) ? 'form' : null;
    if (as) return { as, fields: schemaFields(document, member(media, 'schema')) } as const;
  }
  // OpenAPI 2.0 lists what is sent among the parameters.
  const parameters = listed(member(operation, 'parameters'), 60).map((one) => resolved(document, one));
  const whole = parameters.find((one) => member(one, 'in') === 'body');
  if (whole) return { as: 'json', fields: schemaFields(document, member(whole, 'schema')) } as const;
  const form = parameters.filter((one) => member(one, 'in') === 'formData' && textMember(one, 'name'));
  if (form.length === 0) return null;
  const fields = form.map(
    (one): SchemaField => ({
      name: textMember(one, 'name') ?? '',
      type: textMember(one, 'type') ?? 'string',
      format: textMember(one, 'format') ?? '',
      required: member(one, 'required') === true,
      constant: undefined,
    }),
  );
  return { as: 'form', fields } as const;
}

function answerFields(document: unknown, operation: unknown): readonly SchemaField[] {
  const answers = member(operation, 'responses');
  const answer = ['200', '201', 'default']
    .map((status) => resolved(document, member(answers, status)))
    .find(Boolean);
  const [, media] = members(member(answer, 'content'), 10).find(([type]) => /json|\*/.test(type)) ?? [];
  return schemaFields(document, member(media, 'schema') ?? member(answer, 'schema'));
}
