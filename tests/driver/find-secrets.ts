import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where secrets of a test were found, as `path: name of the secret, how it was written`; empty when they are nowhere. */
export async function findSecrets(
  folder: string,
  secrets: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const needles = Object.entries(secrets).flatMap(([name, secret]) =>
    writingsOf(secret).map(({ writing, bytes }) => ({ what: `${name}, ${writing}`, bytes })),
  );
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.path, entry.name));
  const found = await Promise.all(
    files.map(async (path) => {
      const content = await readFile(path);
      return needles.filter(({ bytes }) => content.includes(bytes)).map(({ what }) => `${path}: ${what}`);
    }),
  );
  return found.flat();
}

interface Writing {
  readonly writing: string;
  readonly bytes: Buffer;
}

function writingsOf(secret: string): readonly Writing[] {
  const raw = Buffer.from(secret, 'utf8');
  const wide = Buffer.from(secret, 'utf16le');
  return [
    { writing: 'plain', bytes: raw },
    { writing: 'UTF-16', bytes: wide },
    { writing: 'JSON', bytes: Buffer.from(JSON.stringify(secret).slice(1, -1)) },
    { writing: 'URL', bytes: Buffer.from(encodeURIComponent(secret)) },
    { writing: 'hex', bytes: Buffer.from(raw.toString('hex')) },
    { writing: 'HEX', bytes: Buffer.from(raw.toString('hex').toUpperCase()) },
    ...[0, 1, 2].flatMap((shift) => [
      { writing: 'base64', bytes: base64Within(raw, shift) },
      { writing: 'base64 of UTF-16', bytes: base64Within(wide, shift) },
    ]),
  ];
}

/** How base64 shows bytes that stand in the middle of others: without the digits that neighbours share. */
function base64Within(bytes: Buffer, shift: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
  const first = shift === 0 ? 0 : 4;
  const full = whole.length - (whole.length % 3);
  return Buffer.from(whole.subarray(0, full).toString('base64').slice(first));
}
