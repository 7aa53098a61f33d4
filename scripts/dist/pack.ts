import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { projectFolder } from '../runtime/folders.ts';
import { PlainError } from '../runtime/plain-error.ts';
import { run } from '../runtime/run.ts';
import { packagesFolder } from './builder-config.ts';

/** A sort of package that could not be made, and the first line of why. */
export interface Unmade {
  readonly target: string;
  readonly reason: string;
}

/**
 * Packs on Linux once and makes every sort of package of that one folder: each by itself, so that a missing tool costs the others nothing, or
 * for a release those that share the note by which updates are found. A deb marks the folder as its own, so the plain archive comes first.
 * A build writes into its configuration, so each gets one of its own.
 */
export async function packForLinux(
  config: () => Configuration,
  { isRelease }: { readonly isRelease: boolean },
): Promise<readonly Unmade[]> {
  const groups = isRelease ? [['AppImage', 'deb']] : [['AppImage'], ['deb']];
  const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
  const targets = (names: readonly string[]) => Platform.LINUX.createTarget([...names], arch);
  const common = { projectDir: projectFolder, publish: 'never' as const };
  await build({ ...common, config: config(), targets: targets(['dir']) });
  const folder = await packedFolder();
  const unmade: Unmade[] = [];
  await packArchive(folder, config());
  for (const group of groups) {
    try {
      await build({ ...common, config: config(), targets: targets(group), prepackaged: folder });
    } catch (error) {
      unmade.push({ target: group.join(', '), reason: firstLine(error) });
    }
  }
  return unmade;
}

/** The plain archive, by the system's own tar; the same folder gives the same bytes. */
async function packArchive(folder: string, { artifactName = '' }: Configuration): Promise<void> {
  const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const values: Readonly<Record<string, string>> = {
    productName: 'Lanyard',
    version,
    os: 'linux',
    arch: process.arch,
    ext: 'tar.gz',
  };
  const name = artifactName?.replaceAll(/\$\{(\w+)\}/g, (_, part: string) => values[part] ?? '') ?? '';
  const within = `s,^${basename(folder)},Lanyard-${version},`;
  const same = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];
  const args = [...same, '--transform', within, '-czf', join(packagesFolder, name), basename(folder)];
  if ((await run('tar', args, { cwd: packagesFolder })) !== 0) throw new PlainError('tar made no archive.');
}

/** Packs on macOS or Windows, where every sort of package is made of parts that each system brings along. */
export async function packForHere(config: () => Configuration): Promise<readonly Unmade[]> {
  await build({ projectDir: projectFolder, publish: 'never', config: config() });
  return [];
}

/** The folder that runs without being installed. */
export async function packedFolder(): Promise<string> {
  const names = await readdir(packagesFolder);
  const name = names.find((one) => /^(linux|win)(-\w+)?-unpacked$|^mac(-\w+)?$/.test(one));
  if (name === undefined) throw new Error('Nothing was packed.');
  return join(packagesFolder, name);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
