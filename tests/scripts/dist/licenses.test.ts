import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { licenseText, unknownLicenses } from '../../../scripts/dist/licenses.ts';

test('a licence that nobody has looked at is named; of a choice one part is enough, of a sum all are needed', () => {
  const named = (identifier?: string) =>
    unknownLicenses([{ name: 'x', version: '1.0.0', ...(identifier && { identifier }) }]);
  expect(named('MIT')).toEqual([]);
  expect(named('(GPL-3.0 OR MIT)')).toEqual([]);
  expect(named('MIT AND GPL-3.0')).toEqual(['x@1.0.0: MIT AND GPL-3.0']);
  expect(named('GPL-3.0')).toEqual(['x@1.0.0: GPL-3.0']);
  expect(named()).toEqual(['x@1.0.0: no licence']);
});

test('everything that Lanyard depends on while it runs is under a licence that was looked at', async () => {
  const lock = await readFile(new URL('../../../package-lock.json', import.meta.url), 'utf8');
  const packages = Object.entries<LockedPackage>(JSON.parse(lock).packages);
  const running = packages
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version = '', license }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      ...(license && { identifier: license }),
    }));
  expect(running.length).toBeGreaterThan(50);
  expect(unknownLicenses(running)).toEqual([]);
});

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

test('the text that goes along names every package with its licence in full', () => {
  const text = licenseText([
    { name: 'one', version: '1.0.0', identifier: 'MIT', text: 'Permission is granted.' },
    { name: 'two', version: '2.0.0', identifier: 'ISC' },
  ]);
  expect(text).toContain('one 1.0.0 (MIT)\n\nPermission is granted.');
  expect(text).toContain('two 2.0.0 (ISC)\n\nIts package holds no text of the licence.');
});
