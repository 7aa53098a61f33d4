import { buildApp } from './build.ts';
import { needsDisplay } from './display.ts';
import { prepareRuntime } from './electron-runtime.ts';
import { prepareSystem } from './system-packages.ts';

/** Makes ready all that any test needs: system packages, Electron, a fresh build. */
export async function prepareTests(): Promise<void> {
  await prepareSystem('window', 'tests', ...(needsDisplay() ? (['display'] as const) : []));
  await prepareRuntime();
  await buildApp();
}
