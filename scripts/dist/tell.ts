import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readFuses } from './fuses.ts';
import { megabytes, weigh } from './sizes.ts';

/** The program in a packed folder. */
export function executableOf(folder: string): string {
  if (process.platform === 'darwin') return join(folder, 'Lanyard.app/Contents/MacOS/Lanyard');
  return join(folder, process.platform === 'win32' ? 'Lanyard.exe' : 'lanyard');
}

export async function tellSizes(folder: string): Promise<void> {
  const sizes = Object.entries(await weigh(folder));
  const whole = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  console.log(`\nPacked: ${megabytes(whole)}`);
  for (const [part, bytes] of sizes) console.log(`  ${part.padEnd(16)} ${megabytes(bytes).padStart(10)}`);
}

/** Prints the fuses as they stand in the program, and says whether all that there are stand as they should. */
export async function tellFuses(executable: string): Promise<boolean> {
  const read = await readFuses(executable);
  console.log('\nFuses, as read back from the program:');
  for (const { name, wanted, found } of read) {
    const state = found === null ? 'not in this Electron' : found ? 'on' : 'off';
    console.log(`  ${name.padEnd(38)} ${state}${found === null || found === wanted ? '' : '  WRONG'}`);
  }
  return read.every(({ wanted, found }) => found === null || found === wanted);
}

export async function tellPackages(folder: string, parts: number): Promise<void> {
  console.log(`\nIn ${folder}:`);
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name));
    if (!found.isFile() || /\.(ya?ml|blockmap)$/.test(name)) continue;
    const note = name.endsWith('.cdx.json') ? ` (bill of materials, ${parts} parts)` : '';
    console.log(`  ${name}  ${megabytes(found.size)}${note}`);
  }
}
