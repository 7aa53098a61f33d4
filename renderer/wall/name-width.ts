/** From here on a name is cut. */
const longestNamePx = 130;

const widths = new Map<string, number>();
/** More names than any wall has; then the oldest way to forget will do. */
const mostKept = 5000;
let context: CanvasRenderingContext2D | null = null;

// What was measured before the font was there was another font.
document.fonts.addEventListener('loadingdone', () => widths.clear());

/** How wide a name is drawn on the strip, in pixels. Measured once for each name: a thousand of them are laid out at a time. */
export function nameWidth(name: string): number {
  const known = widths.get(name);
  if (known !== undefined) return known;
  if (context === null) {
    context = document.createElement('canvas').getContext('2d');
    if (context === null) return longestNamePx;
    context.font = `600 11px ${getComputedStyle(document.body).fontFamily}`;
  }
  const width = Math.min(longestNamePx, Math.ceil(context.measureText(name).width) + 4);
  if (widths.size >= mostKept) widths.clear();
  widths.set(name, width);
  return width;
}
