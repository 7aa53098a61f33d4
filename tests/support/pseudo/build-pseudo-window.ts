import { resolve } from 'node:path';
import { build } from 'vite';

const project = resolve(import.meta.dirname, '../../..');
const languages = resolve(project, 'renderer/words/languages.ts');
const pseudoLanguages = resolve(import.meta.dirname, 'pseudo-languages.ts');

/** Builds the window as it ships, with the list of its languages exchanged. */
export async function buildPseudoWindow(folder: string): Promise<void> {
  await build({
    configFile: resolve(project, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [
      {
        name: 'pseudo-languages',
        enforce: 'pre',
        async resolveId(source, importer) {
          const found = await this.resolve(source, importer, { skipSelf: true });
          return found?.id === languages && importer !== pseudoLanguages ? pseudoLanguages : null;
        },
      },
    ],
    environments: { client: { build: { outDir: folder } } },
  });
}
