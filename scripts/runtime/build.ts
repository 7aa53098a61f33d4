import { join } from 'node:path';
import { createBuilder } from 'vite';
import { projectFolder } from './folders.ts';

/** Builds main, preload and window into dist/, saying nothing but warnings. */
export async function buildApp(): Promise<void> {
  const configFile = join(projectFolder, 'vite.config.ts');
  const builder = await createBuilder({ configFile, logLevel: 'warn' });
  await builder.buildApp();
}
