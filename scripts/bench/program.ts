import { mkdir, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { startElectron } from './electron-process.ts';
import type { Bench } from './part.ts';

const nodeBuiltins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** Bundles what runs in the main process of an Electron without a window, as Lanyard's own main file is bundled. */
export async function buildProgram(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const main = 'program.cjs';
  // The keyring keeps its key under the name of the app.
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'lanyard', productName: 'Lanyard', main }),
  );
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(import.meta.dirname, 'main-process-program.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: {
        external: ['electron', ...nodeBuiltins],
        output: { format: 'cjs', entryFileNames: main, codeSplitting: false },
      },
    },
  });
}

/** Runs one action of the program, and resolves with what it found. */
export async function runProgram<Result>(
  { runtime, program, keyring }: Bench,
  {
    action,
    input,
    userData,
  }: { readonly action: string; readonly input: unknown; readonly userData: string },
): Promise<Result> {
  const args = [program, `--user-data-dir=${userData}`];
  const { child, exited } = startElectron(runtime, args, keyring.env);
  const found = await new Promise<Found<Result>>((resolve, reject) => {
    child.on('message', (message: Found<Result> | 'ready') => {
      if (message === 'ready') child.send({ action, input });
      else resolve(message);
    });
    exited.then(() => reject(new Error(`${action} ended without an answer.`)), reject);
  });
  await exited;
  if ('failed' in found) throw new Error(found.failed);
  return found.result;
}

type Found<Result> = { readonly result: Result } | { readonly failed: string };
