import { createPrivateKey, sign } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { signedText } from '../electron/adapters/update-signature.ts';
import { PlainError, runScript } from './runtime/plain-error.ts';

const releaseSchema = z.looseObject({
  version: z.string(),
  files: z.array(z.looseObject({ url: z.string(), sha512: z.string() })).min(1),
});

/** Signs what a Lanyard reads of a release, in every `latest*.yml` of a folder, with the key in `LANYARD_UPDATE_KEY` (Ed25519, PEM). */
await runScript(async () => {
  const [folder] = process.argv.slice(2);
  const key = process.env.LANYARD_UPDATE_KEY;
  if (folder === undefined || !key)
    throw new PlainError('Usage: LANYARD_UPDATE_KEY=… npx tsx scripts/sign-updates.ts FOLDER');
  const privateKey = createPrivateKey(key);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new PlainError('The key is no Ed25519 key.');
  const names = (await readdir(folder)).filter((name) => /^latest.*\.yml$/.test(name));
  if (names.length === 0) throw new PlainError(`There is nothing to sign in ${folder}.`);
  for (const name of names) {
    const path = join(folder, name);
    const release = releaseSchema.parse(parse(await readFile(path, 'utf8')));
    const text = Buffer.from(signedText(release.version, release.files));
    await writeFile(
      path,
      stringify({ ...release, signature: sign(null, text, privateKey).toString('base64') }),
    );
    console.log(`${name}: ${release.version} is signed.`);
  }
  return 0;
});
