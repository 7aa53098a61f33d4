import type { Files } from '../ports.ts';

/** `odd` is what can never be one of the vault's files: a folder, a link, a device, or a file far too large. */
export type Found =
  | { readonly status: 'read'; readonly bytes: Uint8Array }
  | { readonly status: 'absent' }
  | { readonly status: 'odd' };

/** Reads a file, telling what is wrong with the file itself from a disk that fails, which throws: it may be well again later. */
export async function readWhole(files: Files, name: string, limitBytes: number): Promise<Found> {
  try {
    const bytes = await files.read(name, limitBytes);
    return bytes === null ? { status: 'absent' } : { status: 'read', bytes };
  } catch (thrown) {
    if (errorCode(thrown) === 'EFTYPE' || errorCode(thrown) === 'EFBIG') {
      return { status: 'odd' };
    }
    throw thrown;
  }
}

/** The system's name for what went wrong, such as `ENOSPC`. */
export function errorCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined;
}
