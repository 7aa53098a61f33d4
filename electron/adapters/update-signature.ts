import { verify } from 'node:crypto';
import { z } from 'zod';

/** What the maintainers publish of a release, beside what the updater reads of it. */
const releaseSchema = z.object({
  version: z.string().regex(/^[\w.+-]+$/),
  files: z.array(z.object({ url: z.string(), sha512: z.string() })).min(1),
  signature: z.string(),
});

/** What is signed of a release: its version, and every file with its hash, so that none can be put in another's place. */
export function signedText(
  version: string,
  files: readonly { readonly url: string; readonly sha512: string }[],
): string {
  const lines = files.map(({ url, sha512 }) => JSON.stringify([url, sha512])).sort();
  return ['lanyard-update-1', version, ...lines].join('\n');
}

/** True for a release that was signed (Ed25519) by the holder of the key. What it is made of comes from the network. */
export function isSigned(release: unknown, publicKeyPem: string): boolean {
  const { success, data } = releaseSchema.safeParse(release);
  if (!success) return false;
  try {
    const text = Buffer.from(signedText(data.version, data.files));
    return verify(null, text, publicKeyPem, Buffer.from(data.signature, 'base64'));
  } catch {
    return false;
  }
}
