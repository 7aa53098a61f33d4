import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startMessageBus } from './message-bus.ts';

export interface ShownNotice {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
}

export interface ShownItem {
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
  readonly separator: boolean;
  readonly items: readonly ShownItem[];
}

export interface ShownIcon {
  readonly tooltip: string;
  /** Width, height, and the pixels as hexadecimal digits, for each size there is. */
  readonly icon: readonly (readonly [number, number, string])[];
}

/** A desktop as Lanyard meets it on the message bus, with the hand that acts on it. */
export interface Desktop {
  /** What a program needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything that was announced so far. */
  readonly notices: readonly ShownNotice[];
  /** Chooses a notification itself, as a click does. */
  choose(notice: ShownNotice): Promise<void>;
  /** The icon in the tray; `null` while nobody has put one there. */
  icon(): Promise<ShownIcon | null>;
  menu(): Promise<readonly ShownItem[]>;
  /** Chooses from the icon's menu, by the labels on the way. */
  press(...labels: readonly string[]): Promise<void>;
  /** Clicks the icon. */
  activate(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a stand-in for a desktop on a message bus of its own, with a tray or without. */
export async function startDesktop({ hasTray }: { readonly hasTray: boolean }): Promise<Desktop> {
  const bus = await startMessageBus({});
  const env = { DBUS_SESSION_BUS_ADDRESS: bus.address };
  const script = join(import.meta.dirname, 'desktop.py');
  // Debian's own: another python3 on PATH lacks the packages.
  const child = spawn('/usr/bin/python3', ['-B', script, ...(hasTray ? ['--tray'] : [])], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const notices: ShownNotice[] = [];
  const waiting: ((line: { answer?: unknown; failed?: string }) => void)[] = [];
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The desktop did not start.')));
    lines.on('line', (text) => {
      const line = JSON.parse(text);
      if (line.notified) notices.push(line.notified);
      else if (line.ready) resolve();
      else waiting.shift()?.(line);
    });
  });
  await ready;

  function ask<Answer>(command: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      waiting.push(({ answer, failed }) => {
        if (failed === undefined) resolve(answer as Answer);
        else reject(new Error(`The desktop could not: ${failed}`));
      });
      child.stdin.write(`${JSON.stringify(command)}\n`);
    });
  }

  return {
    env,
    notices,
    choose: ({ id }) => ask({ do: 'choose', id, action: 'default' }),
    icon: () => ask({ do: 'item' }),
    menu: () => ask({ do: 'menu' }),
    press: (...path) => ask({ do: 'press', path }),
    activate: () => ask({ do: 'activate' }),
    async close() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
      await bus.close();
    },
  };
}
