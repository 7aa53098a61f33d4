import { documentedLives, playfulLives, quickLives } from './demo/demo-servers.ts';
import { leaveToUser } from './demo/leave-to-user.ts';
import { playItself } from './demo/play-itself.ts';
import { readArguments } from './demo/read-arguments.ts';
import { takePictures } from './demo/take-pictures.ts';
import { buildApp } from './runtime/build.ts';
import { needsDisplay, withDisplay } from './runtime/display.ts';
import { prepareRuntime } from './runtime/electron-runtime.ts';
import { runScript } from './runtime/plain-error.ts';
import { prepareSystem } from './runtime/system-packages.ts';

await runScript(async () => {
  const { json, pictures } = readArguments(process.argv.slice(2));
  await prepareSystem('window', 'demo', ...(needsDisplay() ? (['display'] as const) : []));
  await prepareRuntime();
  await buildApp();
  const isWatched = !needsDisplay();
  return withDisplay(async () => {
    if (pictures !== undefined) return takePictures(pictures, documentedLives);
    if (isWatched && !json) return leaveToUser(playfulLives);
    if (!json) console.error('There is no display here: the demo plays itself on a virtual one.');
    return playItself(quickLives);
  });
});
