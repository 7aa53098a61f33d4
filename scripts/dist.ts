import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gatherLicenses, writeBillOfMaterials } from './dist/bill-of-materials.ts';
import { builderConfig, packagesFolder } from './dist/builder-config.ts';
import { packedFolder, packForHere, packForLinux, type Unmade } from './dist/pack.ts';
import { runSmoke } from './dist/smoke/run-smoke.ts';
import { executableOf, tellFuses, tellPackages, tellSizes } from './dist/tell.ts';
import { buildApp } from './runtime/build.ts';
import { prepareRuntime, type Runtime } from './runtime/electron-runtime.ts';
import { officialVersion } from './runtime/official-runtime.ts';
import { PlainError, runScript } from './runtime/plain-error.ts';
import { standInVersion } from './runtime/stand-in-runtime.ts';

const usage = 'Usage: npm run dist [-- --smoke] [--release]';

await runScript(async () => {
  const { smoke, release } = readArguments();
  const runtime = await prepareRuntime();
  if (release && runtime.isStandIn)
    throw new PlainError('A release is made with the official Electron alone.');
  await buildApp();
  const licenses = await gatherLicenses();
  console.log(`${licenses.length} packages are bundled, each under a licence that is allowed.`);
  await rm(packagesFolder, { recursive: true, force: true });
  const unmade = await pack(runtime, release);
  const parts = await writeBillOfMaterials(join(packagesFolder, 'lanyard.cdx.json'));
  const folder = await packedFolder();
  await tellSizes(folder);
  const areFusesRight = await tellFuses(executableOf(folder));
  await tellPackages(packagesFolder, parts);
  for (const { target, reason } of unmade) console.log(`Not made: ${target}, because ${reason}`);
  if (runtime.isStandIn) warnOfStandIn();
  if (!areFusesRight || (release && unmade.length > 0)) return 1;
  if (!smoke) return 0;
  return runSmoke();
});

function pack(runtime: Runtime, isRelease: boolean): Promise<readonly Unmade[]> {
  const config = () =>
    builderConfig({
      electronDist: runtime.folder,
      electronVersion: runtime.isStandIn ? standInVersion : officialVersion,
      isLookOnly: runtime.isStandIn,
      repository: process.env.LANYARD_REPOSITORY || null,
    });
  return process.platform === 'linux' ? packForLinux(config, { isRelease }) : packForHere(config);
}

function warnOfStandIn(): void {
  const lines = [
    `LOOK ONLY: these packages hold a stand-in, Electron ${standInVersion}, three years old and with known holes.`,
    'Never release them, and never give them your own tokens.',
  ];
  const rule = '!'.repeat(Math.max(...lines.map((line) => line.length)));
  console.warn(['', rule, ...lines, rule].join('\n'));
}

function readArguments(): { readonly smoke: boolean; readonly release: boolean } {
  try {
    const { values } = parseArgs({
      options: { smoke: { type: 'boolean', default: false }, release: { type: 'boolean', default: false } },
    });
    return values;
  } catch {
    throw new PlainError(usage);
  }
}
