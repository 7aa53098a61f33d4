import { Readable } from 'node:stream';

/** Reads a body until it ends or the limit is reached, whichever comes first. */
export async function readPart(
  body: unknown,
  limitBytes: number,
  signal: AbortSignal,
): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  if (!(body instanceof Readable)) return { bytes: new Uint8Array(), isCut: false };
  const stop = () => body.destroy(new Error('aborted'));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) continue;
      chunks.push(chunk);
      size += chunk.length;
      // Leaving the loop ends the connection.
      if (size > limitBytes) break;
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
  const bytes = Buffer.concat(chunks).subarray(0, limitBytes);
  return { bytes, isCut: size > limitBytes };
}
