import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { charlieBrown, startZebbra } from '../../../electron/demo/servers/zebbra.ts';
import { runInBash } from '../../demo/run-in-bash.ts';
import { type PackedApp, windowOf } from './packed-app.ts';
import { commandLineOf } from './processes.ts';
import { until } from './until.ts';

const run = promisify(execFile);

/** A program that has done nothing for this many looks in a row has done what it was asked for. */
const CALM_LOOKS = 6;

/** Presses keys at the display as a keyboard does: a released Lanyard lets nothing else in. */
const press = (...keys: readonly string[]) => run('xdotool', ['key', '--clearmodifiers', ...keys]);
const type = (text: string) => run('xdotool', ['type', '--delay', '25', text]);

/**
 * Adds a server, signs in and copies a curl command, by keys alone; gives the status that the copied command then gets. Each step is seen
 * by what it leads to at the server, on disk or on the clipboard, for nobody can look into the window.
 */
export async function doMainJob(app: PackedApp, vaultFile: string): Promise<number | null> {
  const zebbra = await startZebbra({ users: [charlieBrown] });
  try {
    await calm(app);
    // A display without a window manager leaves the keys to nobody.
    await run('xdotool', ['windowfocus', '--sync', await windowOf(app)]);
    await type('six plain words for a smoke test');
    // Past the button that shows what was typed.
    await press('Tab', 'Tab');
    await type('six plain words for a smoke test');
    await press('Return');
    await until('the vault on disk', () =>
      readFile(vaultFile).then(
        () => true,
        () => false,
      ),
    );
    await calm(app);
    await press('n');
    await calm(app);
    await type(zebbra.url);
    await press('Return');
    await until('the probe at the server', () => zebbra.requests.length > 0);
    await calm(app);
    await press('Return');
    await calm(app);
    await type(charlieBrown.username);
    await press('Tab');
    await type(charlieBrown.password);
    await press('Return');
    await until('who am I, asked at the server', () => zebbra.requestsTo('/user').length > 0);
    await calm(app);
    await press('ctrl+shift+c');
    const copied = await until('a curl command on the clipboard', async () => {
      const text = await clipboard();
      return text.startsWith('curl ') && text;
    });
    return await runInBash(copied);
  } finally {
    await zebbra.close();
  }
}

async function clipboard(): Promise<string> {
  const { stdout } = await run('xclip', ['-selection', 'clipboard', '-o']).catch(() => ({ stdout: '' }));
  return stdout;
}

/** Waits until main and the page have come to rest, as the time that they have used shows. */
async function calm(app: PackedApp): Promise<void> {
  let before = '';
  let still = 0;
  await until('a program at rest', async () => {
    const used = await timesUsed(app);
    still = used === before ? still + 1 : 0;
    before = used;
    return still >= CALM_LOOKS;
  });
}

async function timesUsed(app: PackedApp): Promise<string> {
  const times: string[] = [];
  for (const pid of await app.family()) {
    const isPage = (await commandLineOf(pid)).includes('--type=renderer ');
    if (pid !== app.pid && !isPage) continue;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    times.push(stat.split(' ').slice(13, 15).join(' '));
  }
  return times.join(', ');
}
