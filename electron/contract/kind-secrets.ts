import {
  type KindFault,
  type Path,
  type PlacedText,
  parametersOf,
  pathsOf,
  requestsOf,
  textsOf,
} from './kind-requests.ts';
import { placeholder } from './request-template.ts';
import type { Field } from './server.ts';
import type { ServerKind } from './server-kind.ts';

/** Names under which nobody sends anything but a secret. */
const secretName =
  /secret|passw|pwd|api[-_]?key|credential|private|(?:^|[._-])(?:token|jwt|otp|pin|key|auth|authorization|cookie|session|assertion)$/i;
/** The base64 of a JSON object that a dot follows: the header of a JWT. @see RFC 7515 §3.1 */
const jwt = /e(?:yJ|yA|wo|w0)[\w-]{10,}\./;

const writtenOut = 'A secret is never part of a description: name a field of the login, as {name}';

/** True for a name of a parameter, a header or a member of JSON under which a secret stands. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
}

/** What is or could be a secret: a description is shown, exported and shared. */
export function secretFaults(kind: ServerKind): readonly KindFault[] {
  const settings = kind.settings.flatMap(({ secret }, index) =>
    secret
      ? [
          {
            path: ['settings', index, 'secret'],
            message: 'Settings are shown: a secret belongs in the login',
          },
        ]
      : [],
  );
  const requests = [
    ...requestsOf(kind).flatMap(textsOf).filter(isWrittenOut),
    ...parametersOf(kind)
      .flatMap(({ texts }) => texts)
      .filter(isWrittenOut),
    ...pathsOf(kind).filter(({ text }) => hasSecretInQuery(text)),
  ];
  const tokens = [...textsIn(kind, [])].filter(({ text }) => jwt.test(text));
  return [
    ...settings,
    ...formsOf(kind).flatMap(({ at, fields }) =>
      fields.flatMap((field, index) => fieldFaults(field, [...at, index])),
    ),
    ...[...requests, ...tokens].map(({ at }) => ({ path: at, message: writtenOut })),
  ];
}

/** The forms of a kind and where they stand. */
export function formsOf(
  kind: ServerKind,
): readonly { readonly at: Path; readonly fields: readonly Field[] }[] {
  return [
    { at: ['settings'], fields: kind.settings },
    ...kind.logins.map(({ fields }, index) => ({ at: ['logins', index, 'fields'], fields })),
    ...(kind.register ? [{ at: ['register', 'fields'], fields: kind.register.fields }] : []),
  ];
}

function fieldFaults({ type, secret, initial, options }: Field, at: Path): readonly KindFault[] {
  const isHidden = type === 'password' || type === 'one-time-code';
  if (isHidden && !secret) return [{ path: [...at, 'secret'], message: 'What is typed hidden is a secret' }];
  if (!secret) return [];
  const faults: KindFault[] = [];
  if (initial) faults.push({ path: [...at, 'initial'], message: writtenOut });
  if (options && options.length > 0) faults.push({ path: [...at, 'options'], message: writtenOut });
  return faults;
}

function isWrittenOut({ at, text }: PlacedText): boolean {
  const name = String(at.at(-1));
  const part = String(at.at(-2));
  if (text === '' || text.search(placeholder) >= 0) return false;
  if (name === 'bearer') return true;
  // Some servers take a key as the user, and want any letter for a password.
  if (part === 'basic') return name === 'password' && text.length > 1;
  return ['headers', 'fields', 'parameters'].includes(part) && isSecretName(name);
}

function hasSecretInQuery(path: string): boolean {
  const query = path.split('?').slice(1).join('?');
  const isSecret = ([name = '', value = '']: readonly string[]): boolean =>
    value !== '' && value.search(placeholder) < 0 && isSecretName(name);
  return query.split('&').some((part) => isSecret(part.split('=')));
}

function* textsIn(value: unknown, at: Path): Generator<PlacedText> {
  if (typeof value === 'string') yield { at, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    yield* textsIn(inner, [...at, Array.isArray(value) ? Number(name) : name]);
  }
}
