import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface MessageBus {
  readonly address: string;
  /** Ends it, and with it every program that lives by it. */
  close(): Promise<void>;
}

/** Starts a session's message bus of its own, so that a test never meets the desktop of whoever runs it. */
export async function startMessageBus(env: Readonly<Record<string, string>>): Promise<MessageBus> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nosyslog', '--print-address=1'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(bus, 'exit');
  const kill = (): boolean => bus.kill();
  process.once('exit', kill);
  const [address] = await Promise.race([once(createInterface({ input: bus.stdout }), 'line'), ended]);
  return {
    address: String(address),
    async close() {
      process.off('exit', kill);
      kill();
      await ended;
    },
  };
}
