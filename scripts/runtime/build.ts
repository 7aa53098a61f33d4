import { join } from 'node:path';
import { createBuilder } from 'vite';
import { projectFolder } from './folders.ts';
import { PlainError } from './plain-error.ts';

/** Builds main, preload and window into dist/, saying nothing but warnings. */
export async function buildApp(): Promise<void> {
  const configFile = join(projectFolder, 'vite.config.ts');
  const builder = await createBuilder({ configFile, logLevel: 'warn' });
  try {
    await builder.buildApp();
  } catch (error) {
    // The message shows the place in the source; the stack would show the bundler's.
    throw error instanceof Error ? new PlainError(error.message) : error;
  }
}
