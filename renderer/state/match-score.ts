import { fold } from './search.ts';

/** What something is found by. */
export interface Findable {
  /** Found from the beginnings of its words: `zc` finds Zebbra and charlie. */
  readonly names: readonly string[];
  /** Found by a part of it alone, such as an address. */
  readonly also?: readonly string[];
}

/** Texts that are ready to be compared, so that 500 of them are not folded at every key. */
export interface FoldedTexts {
  readonly label: string;
  readonly names: string;
  readonly words: readonly string[];
  /** The words with the last name first: whose session it is, or which server's, may come first to mind. */
  readonly turned: readonly string[];
  readonly also: string;
}

/** A name of more words is not one that a person abbreviates. */
const MOST_WORDS = 12;

export function foldTexts({ names, also = [] }: Findable): FoldedTexts {
  const folded = names.map(fold);
  return {
    label: folded[0] ?? '',
    names: folded.join(' '),
    words: wordsOf(folded),
    turned: wordsOf([...folded].reverse()),
    also: also.map(fold).join(' '),
  };
}

function wordsOf(texts: readonly string[]): readonly string[] {
  return texts
    .join(' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

/** How well a query fits, the higher the better; null where a word of it fits nowhere. An empty query fits everything. */
export function matchScore(query: string, texts: FoldedTexts): number | null {
  const asked = fold(query);
  if (asked === '') return 0;
  const scores = asked.split(/\s+/).map((word) => wordScore(word, texts));
  const known = scores.filter((score) => score !== null);
  return known.length < scores.length ? null : Math.min(...known);
}

function wordScore(asked: string, { label, names, words, turned, also }: FoldedTexts): number | null {
  if (label.startsWith(asked)) return 6;
  if (words.some((word) => word.startsWith(asked))) return 5;
  if (isMadeOfBeginnings(asked, words) || isMadeOfBeginnings(asked, turned)) return 4;
  if (names.includes(asked)) return 3;
  if (also.includes(asked)) return 2;
  return asked.length > 1 && words.some((word) => hasInOrder(word, asked)) ? 1 : null;
}

/** True where `asked` is cut into the beginnings of different words, in their order. */
function isMadeOfBeginnings(asked: string, words: readonly string[]): boolean {
  const reached = new Set([0]);
  for (const word of words) {
    for (const from of [...reached]) {
      for (let length = 1; length <= word.length; length += 1) {
        if (asked[from + length - 1] !== word[length - 1]) break;
        reached.add(from + length);
      }
    }
  }
  return reached.has(asked.length);
}

function hasInOrder(word: string, asked: string): boolean {
  let from = 0;
  for (const letter of asked) {
    from = word.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
