import { buildApp } from './runtime/build.ts';
import { needsDisplay, withDisplay } from './runtime/display.ts';
import { prepareRuntime } from './runtime/electron-runtime.ts';
import { isRoot, launchApp } from './runtime/launch.ts';
import { runScript } from './runtime/plain-error.ts';
import { exitCodeOf } from './runtime/run.ts';
import { prepareSystem } from './runtime/system-packages.ts';

await runScript(async () => {
  await prepareSystem('window', ...(needsDisplay() ? (['display'] as const) : []));
  const runtime = await prepareRuntime();
  await buildApp();
  if (needsDisplay())
    console.warn('There is no display here: Lanyard runs on a virtual one, which nobody sees.');
  if (isRoot) console.warn('Running as root, so without the sandbox of Chromium.');
  return withDisplay(() => exitCodeOf(launchApp(runtime, process.argv.slice(2))));
});
