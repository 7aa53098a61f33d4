import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import electron from 'electron/package.json' with { type: 'json' };
import { cacheFolder, projectFolder } from './folders.ts';
import { run } from './run.ts';

export const officialVersion = electron.version;

const downloadHost = 'https://github.com/electron/electron/releases/download/';

/** Where nothing was yesterday there may be something today; trying at every start would cost seconds each time. */
const retryAfterMs = 24 * 60 * 60 * 1000;

const unreachableNote = join(cacheFolder, `electron-${officialVersion}-out-of-reach`);

/** The address that Electron's own installer downloads from. */
export function officialHost(): string {
  return process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || downloadHost;
}

/** Lets Electron's own installer, which checks the hash, fetch the runtime. Not again within a day of a failure at the same address. */
export async function downloadOfficialRuntime(): Promise<void> {
  if (failedLately()) return;
  console.log(`Downloading Electron ${officialVersion}, about 110 MB, from ${officialHost()} …`);
  if (await isReachable()) {
    const installer = join(projectFolder, 'node_modules/electron/install.js');
    if ((await run(process.execPath, [installer], { cwd: projectFolder })) === 0) {
      rmSync(unreachableNote, { force: true });
      return;
    }
  }
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(unreachableNote, officialHost());
  console.log(
    `That failed. It will be tried again in a day, with another ELECTRON_MIRROR, or after deleting ${unreachableNote}.`,
  );
}

/** Any reply will do, a refusal too: the installer knows better where the file is, and how to get through a proxy. */
async function isReachable(): Promise<boolean> {
  if (process.env.ELECTRON_GET_USE_PROXY) return true;
  try {
    await fetch(officialHost(), { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(20_000) });
    return true;
  } catch {
    return false;
  }
}

function failedLately(): boolean {
  try {
    const isSameHost = readFileSync(unreachableNote, 'utf8') === officialHost();
    return isSameHost && Date.now() - statSync(unreachableNote).mtimeMs < retryAfterMs;
  } catch {
    return false;
  }
}
