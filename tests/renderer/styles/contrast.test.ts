import { describe, expect, test } from 'vitest';
import { type Colour, contrastOf, over, tokensOf } from './tokens.ts';

const surfaces = ['bg-frame', 'bg-panel', 'bg-raised', 'bg-sunken', 'bg-field', 'bg-card', 'bg-foot'];
const fills = ['fill-hover', 'fill-active', 'fill-selected'];
const states = ['ok', 'work', 'caution', 'danger', 'off'];
const texts = ['text-1', 'text-2', 'text-3', 'accent-text', ...states.map((state) => `${state}-text`)];
const shapes = ['icon-quiet', 'focus', ...states];

/** WCAG 2.2: AA as it stands, AAA for text where more contrast is asked for, and shapes half way above AA there. */
const least = { usual: { text: 4.5, shape: 3 }, more: { text: 7, shape: 4.5 } } as const;

describe.each([
  ['light', 'usual'],
  ['dark', 'usual'],
  ['light', 'more'],
  ['dark', 'more'],
] as const)('in %s with %s contrast', (theme, contrast) => {
  const colour = tokensOf(theme, contrast);
  const grounds = surfaces.flatMap((surface): readonly (readonly [string, Colour])[] => [
    [surface, colour(surface)],
    ...fills.map((fill) => [`${fill} on ${surface}`, over(colour(fill), colour(surface))] as const),
  ]);

  /** What of `tops` stands out too little from any of `below`. */
  function tooFaint(
    tops: readonly string[],
    below: readonly (readonly [string, Colour])[],
    bound: number,
  ): readonly string[] {
    return tops.flatMap((top) =>
      below.flatMap(([name, ground]) => {
        const ratio = contrastOf(over(colour(top), ground), ground);
        return ratio < bound ? [`${top} on ${name}: ${ratio.toFixed(2)}`] : [];
      }),
    );
  }

  test('text can be read on every surface and every fill', () => {
    expect(tooFaint(texts, grounds, least[contrast].text)).toEqual([]);
  });

  test('the text of a state can be read on its own tint', () => {
    const faint = states.flatMap((state) => {
      const tinted = surfaces.map(
        (surface) => [`its tint on ${surface}`, over(colour(`${state}-tint`), colour(surface))] as const,
      );
      return tooFaint([`${state}-text`, 'text-1'], tinted, least[contrast].text);
    });
    expect(faint).toEqual([]);
  });

  test('the chosen tab, on which nothing but its name lies, can be read', () => {
    expect(tooFaint(['text-1'], [['bg-thumb', colour('bg-thumb')]], least[contrast].text)).toEqual([]);
  });

  test('text on the accent, on an alarm and in a tooltip can be read', () => {
    const { text } = least[contrast];
    expect(tooFaint(['on-accent'], [['accent', colour('accent')]], text)).toEqual([]);
    expect(tooFaint(['on-accent'], [['accent-hover', colour('accent-hover')]], text)).toEqual([]);
    expect(tooFaint(['on-alarm'], [['alarm', colour('alarm')]], text)).toEqual([]);
    expect(tooFaint(['tooltip-text'], [['tooltip-bg', colour('tooltip-bg')]], text)).toEqual([]);
  });

  test('icons, the shapes of states and the focus ring can be seen on every surface and every fill', () => {
    expect(tooFaint(shapes, grounds, least[contrast].shape)).toEqual([]);
  });

  test('buttons and the edges of what can be filled in can be seen on every surface', () => {
    const lines =
      contrast === 'more' ? ['accent', 'line-control', 'line', 'line-soft'] : ['accent', 'line-control'];
    const plain = surfaces.map((surface) => [surface, colour(surface)] as const);
    expect(tooFaint(lines, plain, least[contrast].shape)).toEqual([]);
  });
});
