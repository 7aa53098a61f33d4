import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createBuilder, createServer, type Rolldown } from 'vite';
import { needsDisplay, withDisplay } from './runtime/display.ts';
import { prepareRuntime, type Runtime } from './runtime/electron-runtime.ts';
import { projectFolder } from './runtime/folders.ts';
import { launchApp } from './runtime/launch.ts';
import { runScript } from './runtime/plain-error.ts';
import { exitCodeOf } from './runtime/run.ts';
import { prepareSystem } from './runtime/system-packages.ts';

const configFile = join(projectFolder, 'vite.config.ts');

/** Serves the window with hot reload; resolves with its address. */
async function serveWindow(): Promise<string> {
  const server = await createServer({ configFile, server: { host: '127.0.0.1' } });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error('The development server has no address.');
  return url;
}

/** Rebuilds main and preload whenever a source changes; calls back after each build that worked. */
async function watchBuilds(onBuilt: (name: string) => void): Promise<void> {
  const watched = { build: { watch: {} } };
  const builder = await createBuilder({
    configFile,
    logLevel: 'warn',
    environments: { main: watched, preload: watched },
  });
  for (const name of ['main', 'preload']) {
    const environment = builder.environments[name];
    if (!environment) continue;
    const watcher = (await builder.build(environment)) as Rolldown.RolldownWatcher;
    watcher.on('event', (event) => {
      if (event.code === 'END') onBuilt(name);
      if (event.code === 'ERROR') console.error(event.error);
    });
  }
}

/** Ends with the app, unless it is this script that replaces it by a newer build. */
async function keepAppRunning(runtime: Runtime, url: string): Promise<number> {
  const env = { ...process.env, LANYARD_DEV_URL: url };
  const built = new Set<string>();
  let running: { readonly app: ChildProcess; readonly ended: Promise<number> } | undefined;
  return new Promise((resolve, reject) => {
    const restart = async (): Promise<void> => {
      const previous = running;
      running = undefined;
      previous?.app.kill();
      await previous?.ended;
      const app = launchApp(runtime, process.argv.slice(2), env);
      const started = { app, ended: exitCodeOf(app) };
      running = started;
      started.ended.then((code) => {
        if (running === started) resolve(code);
      }, reject);
    };
    let restarting = Promise.resolve();
    watchBuilds((name) => {
      built.add(name);
      if (built.size === 2) restarting = restarting.then(restart);
    }).catch(reject);
  });
}

await runScript(async () => {
  await prepareSystem('window', ...(needsDisplay() ? (['display'] as const) : []));
  const runtime = await prepareRuntime();
  const url = await serveWindow();
  console.log(`The window is served from ${url}`);
  return withDisplay(() => keepAppRunning(runtime, url));
});
