import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../electron/contract/settings.ts';
import { spanChoices, themeChoices } from '../../../renderer/settings/setting-choices.ts';

describe('spanChoices', () => {
  it('names spans with their unit, and nothing as never', () => {
    expect(spanChoices([0, 45, 60, 120], 45, 1000).map(({ label }) => label)).toEqual([
      'Never',
      '45\u00a0s',
      '1\u00a0min',
      '2\u00a0min',
    ]);
  });

  it('keeps a value of another hand among the choices, in its place', () => {
    expect(spanChoices([15, 30, 60], 37, 1000).map(({ value }) => value)).toEqual(['15', '30', '37', '60']);
  });
});

describe('themeChoices', () => {
  it('are those that main takes', () => {
    for (const { value } of themeChoices) {
      expect(settingsSchema.shape.theme.safeParse(value).success).toBe(true);
    }
  });
});
