/** Nobody escapes a text more often; each round undoes one layer of every escape. */
const ROUNDS = 4;
/** Base64 goes in groups of four, and text before it may shift the first one. */
const BASE64_OFFSETS = [0, 1, 2, 3];

/** Visible ASCII without a sign that an escape begins with: most texts and all JWTs, which are long. */
const unescaped = /^[!-$'-[\]-~]*$/;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '',
};

/** Takes out what nobody sees, spaces included, and parts composed characters, so that only what can be read is compared. */
function squash(text: string): string {
  return text.normalize('NFKD').replace(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\s]+/gu, '');
}

/** The text as it could be read by somebody who undoes HTML, percent and JSON escapes, layer by layer, each view squashed. */
export function unescapedViews(text: string): readonly string[] {
  if (unescaped.test(text)) return [text];
  let view = squash(text);
  const views = [view];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const undo of [fromHtml, fromPercent, fromJson]) {
      view = squash(undo(view));
      views.push(view);
    }
    if (view === views.at(-4)) break;
  }
  return [...new Set(views)];
}

/** Those views, and what base64 there is in them, decoded. */
export function encodedViews(text: string): readonly string[] {
  const views = unescapedViews(text);
  const decoded = views.flatMap((view) => BASE64_OFFSETS.map((offset) => fromBase64(view, offset)));
  return [...new Set([...views, ...[...new Set(decoded)].flatMap(unescapedViews)])];
}

function fromHtml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));?/gi,
    (whole, decimal: string, hex: string, name: string | undefined) =>
      name ? (named[name.toLowerCase()] ?? whole) : character(decimal ? Number(decimal) : parseInt(hex, 16)),
  );
}

function fromPercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

function fromJson(text: string): string {
  return text.replace(
    /\\(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2})|([bfnrt])|(["'\\/]))/gi,
    (_, four: string, braced: string, two: string, control: string | undefined, itself: string | undefined) =>
      itself ?? (control ? '' : character(parseInt(four ?? braced ?? two, 16))),
  );
}

function fromBase64(text: string, offset: number): string {
  return squash(
    text.replace(/[\w+/-]{4,}/g, (run) => Buffer.from(run.slice(offset), 'base64').toString('utf8')),
  );
}

function character(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
}
