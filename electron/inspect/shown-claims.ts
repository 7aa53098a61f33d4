import { type Claim, notShown } from '../contract/inspection.ts';
import { holdsSecret, secretFinder } from '../servers/server-words.ts';
import { locale, words } from '../words/words.ts';
import { claimInstant } from './claim-instant.ts';
import { isDeeperThan, type JsonTree } from './json-tree.ts';
import { writeJson } from './write-json.ts';

/** Nobody reads more. */
const MAX_CLAIMS = 200;
/** Servers take no longer header, so no token that works says more; looking for secrets takes its time with each character. */
const MAX_READ = 16_000;
/** A longer one, such as a picture, is not looked through. */
const LONGEST_CLAIM = 10_000;
/** Deeper than anybody writes a claim. */
const MAX_DEPTH = 100;

/** The first entries of an object; a text as it is, any other value as JSON; none of what holds a secret. */
export function shownClaims(tree: JsonTree, secrets: readonly string[]): Claim[] {
  if (tree.type !== 'object') return [];
  const holds = secretFinder(secrets);
  const shown: Claim[] = [];
  let read = 0;
  for (const { name, value } of tree.entries.slice(0, MAX_CLAIMS)) {
    if (read > MAX_READ) break;
    const told = isDeeperThan(value, MAX_DEPTH) ? hidden(words.remarks.hidden.tooDeep) : tell(name, value);
    read += Math.min(name.length + told.value.length, LONGEST_CLAIM);
    shown.push({
      name: holds(name) ? notShown : name,
      ...(holds(told.value)
        ? hidden(told.value.length > LONGEST_CLAIM ? tooLong(told.value) : notShown)
        : told),
    });
  }
  const left = tree.entries.length - shown.length;
  return left === 0 ? shown : [...shown, { name: '…', ...hidden(words.remarks.hidden.further(left)) }];
}

function tell(name: string, value: JsonTree): Omit<Claim, 'name'> {
  const text = value.type === 'string' ? value.text : writeJson(value);
  return { value: text, type: value.type, ...claimInstant(name, value) };
}

function hidden(value: string): Omit<Claim, 'name'> {
  return { value, type: 'hidden', at: null, guessed: false };
}

function tooLong({ length }: string): string {
  return words.remarks.hidden.tooLong(length.toLocaleString(locale));
}

/** A server may echo in what it says of a token the very thing that must not be shown. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return holdsSecret(text, secrets) ? notShown : text;
}
