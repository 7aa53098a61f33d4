import { chmod, mkdtemp, readFile, rm, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Stands where a Linux desktop's `xdg-open` stands, for programs that are started with its environment. */
export interface StandInBrowser {
  readonly env: { readonly PATH: string };
  /** The address that it is told to open next, or was told last if nobody has asked for it yet. */
  opened(): Promise<string>;
  close(): Promise<void>;
}

/** Notes addresses in place of opening them; with `broken`, it fails as on a machine without any browser. */
export async function startStandInBrowser({ broken = false } = {}): Promise<StandInBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-browser-'));
  const note = join(folder, 'opened');
  const program = join(folder, 'xdg-open');
  // Moved into place, so that nobody reads half of it. 3 is what the real one says where it finds no browser.
  const script = broken ? 'exit 3' : `printf '%s' "$1" >"${note}.new" && mv "${note}.new" "${note}"`;
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o700);

  async function take(): Promise<string | null> {
    try {
      const url = await readFile(note, 'utf8');
      await rm(note);
      return url;
    } catch {
      return null;
    }
  }

  return {
    env: { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` },
    async opened() {
      const watching = new AbortController();
      const changes = watch(folder, { signal: watching.signal })[Symbol.asyncIterator]();
      try {
        for (;;) {
          // Asked for first: what is noted between the look and the wait is a change too.
          const change = changes.next().catch(() => {});
          const url = await take();
          if (url !== null) return url;
          await change;
        }
      } finally {
        watching.abort();
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
