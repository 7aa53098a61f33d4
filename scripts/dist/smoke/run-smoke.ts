import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVirtualDisplay } from '../../runtime/display.ts';
import { PlainError } from '../../runtime/plain-error.ts';
import { run } from '../../runtime/run.ts';
import { prepareSystem } from '../../runtime/system-packages.ts';
import { packagesFolder } from '../builder-config.ts';
import { checksOf } from './checks.ts';
import { createOrdinaryUser } from './ordinary-user.ts';
import { startPacked } from './packed-app.ts';

/** Unpacks the archive as a user would, and tries the program in it; 1 where it broke a promise. */
export async function runSmoke(): Promise<number> {
  if (process.platform !== 'linux')
    throw new PlainError('The packed program is tried on Linux alone so far.');
  await prepareSystem('window', 'display', 'smoke');
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-smoke-'));
  const { env, close } = await openVirtualDisplay();
  Object.assign(process.env, env);
  try {
    // An ordinary user has to reach what is in it.
    await chmod(folder, 0o755);
    const ground = { executable: await unpack(folder), user: await createOrdinaryUser(folder) };
    const app = startPacked(ground);
    try {
      return await runChecks(checksOf(app, ground, folder));
    } finally {
      await app.stop();
    }
  } finally {
    close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runChecks(checks: ReturnType<typeof checksOf>): Promise<number> {
  let failed = 0;
  console.log('\nThe packed program, as somebody without rights starts it:');
  for (const { promise, run: look } of checks) {
    const faults = await look().catch((error: unknown) => [String(error)]);
    console.log(`  ${faults.length === 0 ? 'kept  ' : 'BROKEN'} ${promise}`);
    for (const fault of faults) console.log(`         ${fault}`);
    if (faults.length > 0) failed += 1;
  }
  console.log(`\n${checks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function unpack(folder: string): Promise<string> {
  const archive = (await readdir(packagesFolder)).find((name) => name.endsWith('.tar.gz'));
  if (archive === undefined) throw new PlainError('There is no archive to try.');
  const args = ['-xzf', join(packagesFolder, archive), '-C', folder, '--no-same-owner'];
  if ((await run('tar', args)) !== 0) throw new PlainError('The archive could not be unpacked.');
  const [name = ''] = (await readdir(folder)).filter((one) => one.startsWith('Lanyard'));
  return join(folder, name, 'lanyard');
}
