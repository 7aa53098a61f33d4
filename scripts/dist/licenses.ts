/** What Vite writes down of each package that it bundles. */
export interface BundledLicense {
  readonly name: string;
  readonly version: string;
  readonly identifier?: string;
  readonly text?: string;
}

/** Licences under which a package may be bundled into a program that is given away under MIT. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
]);

/** The packages whose licence nobody has looked at yet; of a choice one part is enough, of a sum every part is needed. */
export function unknownLicenses(licenses: readonly BundledLicense[]): readonly string[] {
  return licenses
    .filter(({ identifier = '' }) => !isAllowed(identifier))
    .map(({ name, version, identifier = 'no licence' }) => `${name}@${version}: ${identifier}`);
}

/** One text with every licence in full. */
export function licenseText(licenses: readonly BundledLicense[]): string {
  const parts = licenses.map(({ name, version, identifier = '', text }) =>
    [`${name} ${version} (${identifier})`, text?.trim() ?? 'Its package holds no text of the licence.'].join(
      '\n\n',
    ),
  );
  return ['Lanyard is made with these packages.', ...parts].join(`\n\n${'-'.repeat(78)}\n\n`).concat('\n');
}

function isAllowed(identifier: string): boolean {
  const plain = identifier.replaceAll(/[()]/g, '');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => allowed.has(part.trim())));
}
