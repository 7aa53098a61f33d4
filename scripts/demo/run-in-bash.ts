import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What curl is told beside the copied text, so that the text itself runs unchanged: print the status and nothing else. */
const curlSettings = 'silent\noutput = "/dev/null"\nwrite-out = "%{http_code}"\nmax-time = 10\n';

/** Runs a copied curl command with the real bash and curl; gives the HTTP status, or null where none came. */
export async function runInBash(
  command: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<number | null> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-curl-'));
  try {
    await writeFile(join(folder, '.curlrc'), curlSettings);
    const bash = spawn('bash', ['--norc', '-s'], {
      env: { ...environment, PATH: process.env.PATH, CURL_HOME: folder },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    bash.stdin.end(`${command}\n`);
    return Number(await text(bash.stdout)) || null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
