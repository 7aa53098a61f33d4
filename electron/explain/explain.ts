import type { Explanation, ServerSketch, TextSource } from '../contract/explanation.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { isCurl, readCurl } from './curl-request.ts';
import { loginSketch } from './login-sketch.ts';
import { isOpenApi, readOpenApi } from './openapi.ts';
import { openApiSketch } from './openapi-sketch.ts';
import { collectionSketch, isPostmanCollection } from './postman-collection.ts';
import { environmentSketch, isPostmanEnvironment } from './postman-environment.ts';
import { readDocument } from './read-document.ts';
import { Unusable } from './unusable.ts';

/**
 * Says what server a text describes: a curl command, an environment or a collection of Postman, or an OpenAPI document. Sends nothing and
 * keeps nothing; secrets in the text are named and left out.
 */
export function explain(text: string, kinds: readonly ServerKind[]): Explanation {
  try {
    return { understood: true, ...sketchOf(text, kinds) };
  } catch (thrown) {
    if (!(thrown instanceof Unusable)) throw thrown;
    return { understood: false, reason: thrown.reason };
  }
}

function sketchOf(
  text: string,
  kinds: readonly ServerKind[],
): { readonly source: TextSource; readonly sketch: ServerSketch } {
  const document = readDocument(text);
  if (isOpenApi(document)) return { source: 'openapi', sketch: openApiSketch(readOpenApi(document), kinds) };
  if (isPostmanEnvironment(document)) {
    return { source: 'postman-environment', sketch: environmentSketch(document, kinds) };
  }
  if (isPostmanCollection(document)) {
    return { source: 'postman-collection', sketch: collectionSketch(document, kinds) };
  }
  if (document !== undefined && isOldPostman(document)) throw new Unusable('postman-version');
  if (isCurl(text)) return { source: 'curl', sketch: loginSketch(readCurl(text), kinds, 'command') };
  throw new Unusable(
    /\bInvoke-(WebRequest|RestMethod)\b/i.test(text.slice(0, 10_000)) ? 'powershell' : 'nothing-known',
  );
}

/** Format 1 of collections, which Postman itself gave up in 2017. */
function isOldPostman(document: unknown): boolean {
  return (
    typeof document === 'object' &&
    document !== null &&
    Object.hasOwn(document, 'requests') &&
    Object.hasOwn(document, 'order')
  );
}
