import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../runtime/folders.ts';
import { PlainError } from '../runtime/plain-error.ts';
import { type BundledLicense, licenseText, unknownLicenses } from './licenses.ts';

/** Where the build leaves what it bundled, for main, preload and window. */
const notes = ['dist/.vite/main-licenses.json', 'dist/renderer/.vite/licenses.json'];

/** Gathers the licences of everything that is bundled into one file that goes along, and stops at one that nobody has looked at. */
export async function gatherLicenses(): Promise<readonly BundledLicense[]> {
  const lists = await Promise.all(
    notes.map(
      async (note): Promise<BundledLicense[]> =>
        JSON.parse(await readFile(join(projectFolder, note), 'utf8')),
    ),
  );
  const known = new Map(lists.flat().map((one) => [`${one.name}@${one.version}`, one]));
  const licenses = [...known.values()].sort((one, other) => one.name.localeCompare(other.name));
  const unknown = unknownLicenses(licenses);
  if (unknown.length > 0)
    throw new PlainError(`Nobody has looked at these licences yet: ${unknown.join(', ')}.`);
  const folder = join(projectFolder, 'dist/licenses');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'THIRD-PARTY-LICENSES.txt'), licenseText(licenses));
  return licenses;
}

/** Writes the bill of materials (CycloneDX) of what Lanyard depends on, as npm knows it; gives the number of parts. */
export async function writeBillOfMaterials(file: string): Promise<number> {
  const npm = process.env.npm_execpath;
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--sbom-type', 'application'];
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { stdout } = await promisify(execFile)(command, [...first, ...args], {
    cwd: projectFolder,
    maxBuffer: 64_000_000,
  });
  const bill: { readonly components?: readonly unknown[] } = JSON.parse(stdout);
  await writeFile(file, stdout);
  return bill.components?.length ?? 0;
}
