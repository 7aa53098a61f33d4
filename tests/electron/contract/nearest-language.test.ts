import { expect, it } from 'vitest';
import { nearestLanguage } from '../../../electron/contract/nearest-language.ts';

it.each([
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['no', 'nb'],
  ['nb-NO', 'nb'],
  ['sr-Latn', 'sr'],
  ['en-US', 'en-GB'],
  ['fr', 'en-GB'],
])('a user of %s is spoken to in %s', (wanted, spoken) => {
  const [first, ...more] = ['en-GB', 'zh-Hans', 'zh-Hant', 'nb', 'sr'].map((locale) => ({ locale }));
  if (!first) throw new Error('There is no language.');
  expect(nearestLanguage(wanted, [first, ...more]).locale).toBe(spoken);
});
