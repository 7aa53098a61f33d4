import { join } from 'node:path';
import type { Runtime } from '../runtime/electron-runtime.ts';
import { projectFolder } from '../runtime/folders.ts';
import { startElectron } from './electron-process.ts';

/** An app that is measured: its folder, and what shows that there is something to see. */
export interface AppUnderTest {
  readonly folder: string;
  readonly userData: string;
  readonly rows: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface MeasuredApp {
  readonly pid: number;
  /** From before the process was started until rows were painted and a key was answered. */
  readonly usableAfterMs: number;
  /** Has the hook in the app's main process do something. */
  act<Result>(deed: string, input?: unknown): Promise<Result>;
  /** Ends it as its user would, and resolves when it has ended. */
  quit(): Promise<void>;
}

export const bareFolder = join(import.meta.dirname, 'bare-app');
export const lanyardFolder = projectFolder;
const hook = join(import.meta.dirname, 'hook.cjs');

/** A start that takes longer on any machine has hung. */
const startLimitMs = 60_000;
const deedLimitMs = 30_000;

/** Starts an app and resolves when its window is usable. */
export async function startApp(runtime: Runtime, app: AppUnderTest): Promise<MeasuredApp> {
  const startedAt = monotonicMs();
  const args = ['-r', hook, app.folder, `--user-data-dir=${app.userData}`];
  const { child, exited } = startElectron(runtime, args, { ...app.env, BENCH_ROWS: app.rows });
  const waiting = new Map<number, (result: unknown) => void>();
  let serial = 0;

  const usableAt = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(reject, startLimitMs, new Error(`${app.folder} showed nothing in time.`));
    void exited.then(() => reject(new Error(`${app.folder} ended by itself.`)));
    child.on('message', (message: Message) => {
      clearTimeout(timer);
      if (message.event === 'usable') resolve(message.at);
      else waiting.get(message.id)?.(message.result);
    });
  });

  async function act<Result>(deed: string, input?: unknown): Promise<Result> {
    serial += 1;
    const id = serial;
    const done = new Promise<unknown>((resolve) => waiting.set(id, resolve));
    child.send({ id, deed, input });
    const timer = setTimeout(() => waiting.get(id)?.({ failed: 'no answer in time' }), deedLimitMs);
    const result = await Promise.race([done, exited]);
    clearTimeout(timer);
    waiting.delete(id);
    if (typeof result === 'object' && result !== null && 'failed' in result)
      throw new Error(`${deed}: ${result.failed}`);
    return result as Result;
  }

  return {
    pid: child.pid ?? 0,
    usableAfterMs: usableAt - startedAt,
    act,
    async quit() {
      await act('quit');
      await exited;
    },
  };
}

type Message =
  | { readonly event: 'usable'; readonly at: number }
  | { readonly event: 'done'; readonly id: number; readonly result: unknown };

/** The clock that the hook reads too. */
function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
