/** Longer expressions are slow to read, and the longest cannot be read at all. */
const LONGEST_ROW = 400;

/** What JSON writes for characters that have a letter of their own. */
const letters: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't', '\b': 'b', '\f': 'f' };
/** What HTML writes for characters that have a name of their own. */
const entities: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

/** The characters of a secret, each as every way in which JSON, an address or HTML would write it. */
export function escapedPatterns(secret: string): readonly string[] {
  // A run of backslashes is one piece, so that no text takes long to be looked through.
  return (secret.match(/\\+|[^\\]/gsu) ?? []).map((piece) =>
    piece.startsWith('\\')
      ? `(?:\\\\|${encodings('\\')}){${piece.length},${piece.length * 4}}`
      : `(?:${plain(piece)}|${encodings(piece)})`,
  );
}

/**
 * The characters of a secret inside of the base64 of a longer text, once for each of the three ways in which it can fall. Characters at
 * the edges hold bits of the neighbours too, and are whatever they are.
 */
export function base64Patterns(secret: string): readonly (readonly string[])[] {
  return [0, 1, 2].map((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
    const whole = bytes.toString('base64').slice(0, Math.floor((bytes.length * 8) / 6));
    const core = [...whole.slice(offset === 0 ? 0 : offset + 1)].map((character) =>
      character === '+' || character === '/'
        ? `(?:${[character, character === '+' ? '-' : '_'].flatMap(escapedPatterns).join('|')})`
        : character,
    );
    const front = offset === 0 ? [] : ['[\\w+/-]?'];
    const back = (bytes.length * 8) % 6 === 0 ? [] : ['[\\w+/-]?'];
    return [...front, ...core, ...back];
  });
}

/**
 * Finds what is made of these pieces; with `isCut`, also where the text ends in the middle of it. Many are found part by part: an
 * expression of any length could not be read, and the error would say it with the secret in it.
 */
export function inARow(pieces: readonly string[], isCut: boolean, shortest: number): readonly RegExp[] {
  const size = Math.ceil(pieces.length / Math.ceil(pieces.length / LONGEST_ROW));
  return Array.from({ length: Math.ceil(pieces.length / size) }, (_, part) => {
    const row = pieces.slice(part * size, (part + 1) * size);
    const source = isCut ? row.map((piece, index) => (index < shortest ? piece : `(?:${piece}|$)`)) : row;
    return new RegExp(source.join(''), 'gu');
  });
}

function plain(character: string): string {
  const letter = letters[character];
  const written = `\\\\{0,3}${literal(character)}`;
  if (letter !== undefined) return `${written}|\\\\{1,3}${letter}`;
  return character === ' ' ? `${written}|\\+` : written;
}

function encodings(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const bytes = [...Buffer.from(character)].map((byte) => `%${hex(byte, 2)}`).join('');
  const units = character
    .split('')
    .map((unit) => `\\\\{1,3}u${hex(unit.charCodeAt(0), 4)}`)
    .join('');
  const name = entities[character];
  return [
    units,
    bytes,
    ...(code < 0x100 ? [`\\\\{1,3}x${hex(code, 2)}`] : []),
    `&#(?:0*${code}|[xX]0*${hex(code, 1)});`,
    ...(name === undefined ? [] : [`&${name};`]),
  ].join('|');
}

/** A number whose letters are large or small. */
function hex(number: number, digits: number): string {
  return number
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function literal(character: string): string {
  return /[$()*+./?[\\\]^{|}]/.test(character) ? `\\${character}` : character;
}
