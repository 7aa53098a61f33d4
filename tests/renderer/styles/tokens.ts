import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const source = readFileSync(
  resolve(import.meta.dirname, '../../../renderer/styles/tokens.css'),
  'utf8',
).replace(/\/\*[\s\S]*?\*\//g, '');

/** The declarations of the first rule that begins with `selector`. */
function declarationsOf(selector: string): ReadonlyMap<string, string> {
  const start = source.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no rule for ${selector}`);
  const body = source.slice(source.indexOf('{', start) + 1, source.indexOf('}', start));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const usual = declarationsOf(':root');
const more = declarationsOf(":root[data-contrast='more']");

/** Reads the colour tokens as one theme and one contrast give them. */
export function tokensOf(theme: 'light' | 'dark', contrast: 'usual' | 'more'): (name: string) => Colour {
  return function colour(name: string): Colour {
    const value =
      (contrast === 'more' ? more.get(`--color-${name}`) : undefined) ?? usual.get(`--color-${name}`);
    if (value === undefined) throw new Error(`tokens.css has no --color-${name}`);
    const other = /^var\(--color-([\w-]+)\)$/.exec(value.trim())?.[1];
    if (other !== undefined) return colour(other);
    const [, light = '', dark = ''] =
      /^light-dark\(\s*(.+?),\s*(#\w+|rgb\([^)]*\))\s*\)$/s.exec(value.trim()) ?? [];
    return parse(theme === 'light' ? light : dark, name);
  };
}

function parse(text: string, name: string): Colour {
  const hex = /^#(\w\w)(\w\w)(\w\w)$/.exec(text);
  if (hex) {
    const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => Number.parseInt(part, 16));
    return { red, green, blue, alpha: 1 };
  }
  const rgb = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)%\)$/.exec(text);
  if (!rgb) throw new Error(`--color-${name} is no colour that can be read: ${text}`);
  const [red = 0, green = 0, blue = 0, percent = 0] = rgb.slice(1).map(Number);
  return { red, green, blue, alpha: percent / 100 };
}

/** One colour laid over another that is opaque. */
export function over(top: Colour, below: Colour): Colour {
  const mix = (one: number, other: number): number => one * top.alpha + other * (1 - top.alpha);
  return {
    red: mix(top.red, below.red),
    green: mix(top.green, below.green),
    blue: mix(top.blue, below.blue),
    alpha: 1,
  };
}

/** The contrast of two opaque colours. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(one: Colour, other: Colour): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
