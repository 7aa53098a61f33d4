/** What a pseudo sentence stands between: signs that no sentence and no fixture has. */
export const marks = ['‹', '›'] as const;

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'AÅBƁCĈDÐEÊFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞRŔSŜTŢUÛVṼWŴYÝZŽaåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþrŕsŝtţuûvṽwŵyýzž',
  ].flatMap((letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1] ?? letter]] : [])),
);

/** A translation may be this much longer: German and Finnish are, in labels of a few words. */
const growth = 0.4;

/**
 * A sentence in a language that nobody speaks: its letters accented, 40 % longer, between marks. What is said of data is kept, so that it
 * can be told apart from what was written by hand.
 */
export function pseudoText(text: string, data: readonly string[] = []): string {
  const [, before = '', said = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (!/\p{L}/u.test(without(said, data))) return text;
  // Letters, as wide as those of a longer word, and in words that do not break where no word of people would.
  const filler = 'ø'.repeat(Math.ceil([...said].length * growth)).replace(/.{6}(?=.)/g, '$& ');
  return `${before}${marks[0]}${accent(said, data)} ${filler}${marks[1]}${after}`;
}

function accent(text: string, data: readonly string[]): string {
  const kept = data.filter((each) => each.length > 1).find((each) => text.includes(each));
  if (kept === undefined) return [...text].map((letter) => accented[letter] ?? letter).join('');
  const at = text.indexOf(kept);
  return `${accent(text.slice(0, at), data)}${kept}${accent(text.slice(at + kept.length), data)}`;
}

function without(text: string, data: readonly string[]): string {
  return data.filter((each) => each !== '').reduce((left, each) => left.replaceAll(each, ''), text);
}
