import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createBuilder } from 'vite';
import { projectFolder } from './folders.ts';
import { PlainError } from './plain-error.ts';

/** Set for programs that run beside others on one build, which none of them may pull from under the rest. */
export const builtVariable = 'LANYARD_IS_BUILT';

/** Builds main, preload and window into dist/, saying nothing but warnings. */
export async function buildApp(): Promise<void> {
  if (process.env[builtVariable]) return;
  const configFile = join(projectFolder, 'vite.config.ts');
  await removeLaterFiles();
  const builder = await createBuilder({ configFile, logLevel: 'warn' });
  try {
    await builder.buildApp();
  } catch (error) {
    // The message shows the place in the source; the stack would show the bundler's.
    throw error instanceof Error ? new PlainError(error.message) : error;
  }
}

/** What main loads later goes by numbers: a build with fewer of them leaves none of the last one behind, to be packed with it. */
async function removeLaterFiles(): Promise<void> {
  const folder = join(projectFolder, 'dist');
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.filter((name) => name.startsWith('later-')).map((name) => rm(join(folder, name))));
}
