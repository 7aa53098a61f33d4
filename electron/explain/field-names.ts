import { words } from '../words/words.ts';

const said = words.findings.fields;

/** What the names of fields mean, in the writings that people use. */
const meanings: readonly (readonly [id: string, label: string, pattern: RegExp])[] = [
  ['clientId', said.clientId, /^(oauth2?_?)?(client|consumer|app(lication)?)_?(id|key)$/],
  ['clientSecret', said.clientSecret, /^(oauth2?_?)?(client|consumer|app(lication)?)_?secret$/],
  ['username', said.email, /^((user|login)_?)?e?_?mail(_?address)?$/],
  ['username', said.username, /^(user(_?(name|id))?|login(_?name)?|uname|account(_?name)?|identifier)$/],
  ['password', said.password, /^((user|login)_?)?(password|passwd|pass(phrase)?|pwd|pw)$/],
  ['otp', said.otp, /^(otp|totp|mfa|two_?factor|2fa|one_?time)_?(code|password|token)?$/],
  ['refreshToken', said.refreshToken, /^refresh_?token$/],
  ['scope', said.scope, /^scopes?$/],
  ['audience', said.audience, /^audience$/],
  ['resource', said.resource, /^resource$/],
];

/** Parts of a name that say that its value lets somebody in. */
const secretName =
  /pass(_?(word|wd|phrase|code))?$|^code$|(pin|access|auth|security|verification|login)_?code$|verifier$|(^|_)sig$|^(pwd|pw|pin)$|pwd$|secret|token|api_?key|access_?key|private_?key|credential|signature|assertion|otp|authorization|cookie|session|jwt|bearer|^x_?(auth|key)|auth$/;

/** True where the value under such a name may be a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(plain(name));
}

/** What a name means, by the id and label that the kinds of servers use; for others an id and label made of the name. */
export function fieldMeaning(name: string): {
  readonly id: string;
  readonly label: string;
  readonly known: boolean;
} {
  const last = name.split('.').at(-1) ?? name;
  const found = meanings.find(([, , pattern]) => pattern.test(plain(last)));
  if (found) return { id: found[0], label: found[1], known: true };
  const parts = plain(last).split('_').filter(Boolean);
  const id = parts
    .map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');
  // A header is known by its name as it is.
  const label = last.includes('-') ? last : parts.join(' ');
  return {
    id: /^[a-z]/.test(id) ? id.slice(0, 60) : `field${id.slice(0, 50)}`,
    label: label === '' ? last.slice(0, 60) : label.charAt(0).toUpperCase() + label.slice(1, 60),
    known: false,
  };
}

/** `clientSecret`, `Client-Secret` and `client_secret` alike. */
function plain(name: string): string {
  return name
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_|_$/g, '');
}
