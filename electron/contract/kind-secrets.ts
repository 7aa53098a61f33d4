import {
  type KindFault,
  type Path,
  type PlacedText,
  parametersOf,
  pathsOf,
  probesOf,
  requestsOf,
  textsOf,
} from './kind-requests.ts';
import { placeholder } from './request-template.ts';
import type { Field } from './server.ts';
import type { ServerKind } from './server-kind.ts';
import { words } from './words.ts';

/** Names under which nobody sends anything but a secret. */
const secretName =
  /secret|passw|pwd|api[-_]?key|credential|private|(?:^|[._-])(?:token|jwt|otp|pin|key|auth|authorization|cookie|session|assertion)$/i;
/** The base64 of a JSON object that a dot follows; the shortest header of all is longer. @see RFC 7515 §3.1, RFC 7516 §3.1 */
export const jwt = /e(?:yJ|yA|wo|w0)[\w-]{10,}\./;

/** The longest name of a scheme in use, `SharedAccessSignature`, has 21 letters. */
const LONGEST_WORD = 24;
/** Shorter ones with digits are names of versions and algorithms, such as `OAuth2`. */
const SHORTEST_MIXED = 8;
/** What stands beside a placeholder without a space is more than a mark from this length on. */
const SHORTEST_BESIDE = 4;

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
            message: words.secretSetting,
          },
        ]
      : [],
  );
  const requests = [
    ...[...requestsOf(kind), ...probesOf(kind)].flatMap(textsOf).filter(isWrittenOut),
    ...parametersOf(kind)
      .flatMap(({ texts }) => texts)
      .filter(isWrittenOut),
    ...[
      ...pathsOf(kind),
      ...probesOf(kind).map(({ at, request }) => ({ at: [...at, 'path'], text: request.path })),
    ].filter(({ text }) => hasSecretInQuery(text)),
  ];
  const tokens = [...textsIn(kind, [])].filter(({ text }) => jwt.test(text));
  return [
    ...settings,
    ...formsOf(kind).flatMap(({ at, fields }) =>
      fields.flatMap((field, index) => fieldFaults(field, [...at, index])),
    ),
    ...[...requests, ...tokens].map(({ at }) => ({ path: at, message: words.secretWrittenOut })),
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

function fieldFaults(field: Field, at: Path): readonly KindFault[] {
  const { type, secret, initial, options = [] } = field;
  const isHidden = type === 'password' || type === 'one-time-code';
  if (isHidden && !secret) return [{ path: [...at, 'secret'], message: words.hiddenIsSecret }];
  const faults: KindFault[] = [];
  if (initial && (secret || isSecretShown(field, initial))) {
    faults.push({ path: [...at, 'initial'], message: words.secretWrittenOut });
  }
  const isGiven = secret ? options.length > 0 : options.some(({ value }) => isSecretShown(field, value));
  if (isGiven) faults.push({ path: [...at, 'options'], message: words.secretWrittenOut });
  return faults;
}

/** True for a value that a shown field with the name of a secret is given, where it is no address and no choice in words. */
function isSecretShown({ id, label, type }: Field, value: string): boolean {
  if (!isSecretName(id) && !isSecretName(label.trim().replace(/\s+/g, '_'))) return false;
  return type === 'select' ? isTelling(value) : !/^(?:https?:\/)?\//i.test(value);
}

function isWrittenOut({ at, text }: PlacedText): boolean {
  const name = String(at.at(-1));
  const part = String(at.at(-2));
  if (name === 'bearer') return holdsSecretText(text);
  if (['headers', 'fields', 'parameters'].includes(part)) return isSecretName(name) && holdsSecretText(text);
  // Some servers take a key as the user, and want any letter for a password.
  if (part === 'basic') return name === 'password' && text.length > 1 && holdsSecretText(text);
  return (name === 'more' || name === 'moreHeaders') && text.split(/\r?\n/).some(isSecretGiven);
}

/** True for text under the name of a secret that is more than placeholders, and the words that say what they are, such as `Bearer`. */
function holdsSecretText(text: string): boolean {
  if (text.search(placeholder) < 0) return text !== '';
  if (text.split(/[\s,;&]+/).some((pair) => pair.search(placeholder) < 0 && isSecretGiven(pair))) return true;
  return text.split(/[\s,;:=/"'()]+/).some((word) => {
    const rest = word.replace(placeholder, '');
    return isTelling(rest) || (rest !== word && rest.length >= SHORTEST_BESIDE);
  });
}

/** True for a `name=value` whose name is one of a secret, and whose value holds it. */
export function isSecretGiven(pair: string): boolean {
  const end = pair.indexOf('=');
  return end > 0 && isSecretName(pair.slice(0, end).trim()) && holdsSecretText(pair.slice(end + 1).trim());
}

function isTelling(word: string): boolean {
  return word.length > LONGEST_WORD || (word.length >= SHORTEST_MIXED && /\d/.test(word));
}

/** True for a path whose query gives a value to the name of a secret. */
export function hasSecretInQuery(path: string): boolean {
  return path.split('?').slice(1).join('?').split('&').some(isSecretGiven);
}

function* textsIn(value: unknown, at: Path): Generator<PlacedText> {
  if (typeof value === 'string') yield { at, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    yield* textsIn(inner, [...at, Array.isArray(value) ? Number(name) : name]);
  }
}
