import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

const project = import.meta.dirname;

const nodeBuiltins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/**
 * A CommonJS file with everything in it but Electron itself, for the oldest runtime Lanyard starts on cannot load its main file as an
 * ES module. What main loads later lies beside it; a sandboxed preload can require nothing from disk, and is one file.
 */
function commonJsFile(name: string, codeSplitting = false): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, builtins: ['electron', ...nodeBuiltins] },
    build: {
      target: 'node18',
      outDir: resolve(project, 'dist'),
      emptyOutDir: false,
      // Half as much to read and to parse at a start.
      minify: true,
      chunkSizeWarningLimit: 4_000,
      license: { fileName: `.vite/${name}-licenses.json` },
      rolldownOptions: {
        input: resolve(project, `electron/${name}.ts`),
        external: ['electron', ...nodeBuiltins],
        output: {
          format: 'cjs',
          entryFileNames: `${name}.cjs`,
          chunkFileNames: 'later-[name].cjs',
          codeSplitting,
        },
      },
    },
  };
}

/**
 * electron-store loads Ajv at every start, a quarter of what main loads, for a JSON schema that its user may give. Lanyard gives none:
 * its preferences are read by the schemas of the contract.
 */
const withoutAjv: Plugin = {
  name: 'without-ajv',
  enforce: 'pre',
  load: (id) =>
    /[/\\]node_modules[/\\]ajv(?:-formats)?[/\\]/.test(id)
      ? "export function Ajv2020() { throw new Error('Ajv is left out of this build.'); } export default {};"
      : null,
};

export default defineConfig({
  root: resolve(project, 'renderer'),
  base: './',
  plugins: [react(), withoutAjv],
  css: {
    transformer: 'lightningcss',
    // Chromium 114 knows no light-dark(); Lightning CSS reads a version as major << 16.
    lightningcss: { targets: { chrome: 114 << 16 } },
  },
  builder: {},
  environments: {
    client: {
      build: {
        target: 'chrome114',
        outDir: resolve(project, 'dist/renderer'),
        emptyOutDir: true,
        // The content security policy admits neither data: nor inline scripts.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // In one file styles keep their order: what a screen says of a button comes behind what the button says of itself.
        cssCodeSplit: false,
        license: { fileName: '.vite/licenses.json' },
        chunkSizeWarningLimit: 1_250,
        rolldownOptions: {
          output: {
            // What the first picture needs, and all the rest: from disk, two files are faster than fifty small ones.
            codeSplitting: {
              groups: [{ name: 'start', tags: ['$initial'], priority: 1 }, { name: 'later' }],
            },
          },
        },
      },
    },
    main: commonJsFile('main', true),
    preload: commonJsFile('preload'),
  },
});
