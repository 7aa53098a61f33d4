import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMessageBus } from './message-bus.ts';

export interface Keyring {
  /** What a program needs to find it, and no other. Electron needs `--password-store=gnome-libsecret` besides. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/**
 * Starts a real GNOME keyring, unlocked and new, on a message bus of its own: it never meets the keyring of whoever runs the
 * tests. Given the home folder of an earlier one, it opens that one's keyring again.
 */
export async function startKeyring(home?: string): Promise<Keyring> {
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'lanyard-keyring-')));
  const runtimeFolder = join(folder, 'run');
  await mkdir(runtimeFolder, { recursive: true });
  await chmod(runtimeFolder, 0o700);
  const own = { HOME: folder, XDG_RUNTIME_DIR: runtimeFolder, XDG_DATA_HOME: join(folder, 'share') };

  const bus = await startMessageBus(own);
  const close = async (): Promise<void> => {
    // The keyring daemon ends with its bus.
    await bus.close();
    if (home === undefined) await rm(folder, { recursive: true, force: true });
  };
  const found = { DBUS_SESSION_BUS_ADDRESS: bus.address };
  const env = { ...own, ...found };
  try {
    await finish('gnome-keyring-daemon', ['--unlock', '--components=secrets'], env, 'unlock');
    // The daemon goes to the background before it is on the bus: this call returns when it is.
    await finish('dbus-send', [...startService, 'string:org.freedesktop.secrets', 'uint32:0'], env);
  } catch (error) {
    await close();
    throw error;
  }
  return { env: found, close };
}

const startService = [
  '--session',
  '--print-reply',
  '--dest=org.freedesktop.DBus',
  '/org/freedesktop/DBus',
  'org.freedesktop.DBus.StartServiceByName',
];

async function finish(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input?: string,
): Promise<void> {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'ignore'],
  });
  // One that ends before it has read says why by its exit code.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ended with code ${code}`);
}
