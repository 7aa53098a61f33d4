import { words } from '../words/words.ts';

export interface Strength {
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly words: string;
}

/** Bits a character is worth, by how many sorts of characters there are: people choose words, not noise. */
const bitsPerCharacter = [0, 2, 2.5, 3, 3];

/** Where each level begins, in bits. A guess costs the vault a third of a second, so 40 bits outlast one attacker, 72 all of them. */
const levelsBeginAt = [0.1, 30, 40, 72];

const sorts = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u];

/**
 * Judges a passphrase by its length and variety alone, and rather too low. Repeated words, repeated characters and runs such
 * as `1234` count once; that a phrase is famous it cannot know.
 */
export function passphraseStrength(passphrase: string): Strength {
  const sortCount = sorts.filter((sort) => sort.test(passphrase)).length;
  const bits = surprisingCharacters(passphrase) * (bitsPerCharacter[sortCount] ?? 0);
  const level = levelsBeginAt.filter((begin) => bits >= begin).length as Strength['level'];
  return { level, words: words.unlock.strengths[level] };
}

function surprisingCharacters(passphrase: string): number {
  const parts = new Set(passphrase.toLowerCase().split(/\s+/));
  const codes = [...[...parts].join(' ')].map((character) => character.codePointAt(0) ?? 0);
  return codes.filter((code, index) => {
    const before = codes[index - 1];
    return before === undefined || Math.abs(code - before) > 1;
  }).length;
}
