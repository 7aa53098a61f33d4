import { needsDisplay } from './display.ts';
import { prepareRuntime } from './electron-runtime.ts';
import { prepareSystem } from './system-packages.ts';

/** Makes ready what tests need of the machine: system packages and Electron. */
export async function prepareTests(): Promise<void> {
  await prepareSystem('window', 'tests', ...(needsDisplay() ? (['display'] as const) : []));
  await prepareRuntime();
}
