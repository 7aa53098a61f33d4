import type { CopyFormat } from '../contract/copy-formats.ts';
import {
  type CurlTarget,
  curlFromEnvironment,
  curlWithToken,
  type TokenScheme,
  tokenHeader,
} from './curl.ts';

/** Where a text to be copied gets its parts from; each is asked only if the format needs it. */
export interface CopySource {
  token(which: 'access' | 'refresh'): string;
  scheme(): TokenScheme;
  curlTarget(): CurlTarget;
}

const formats: Record<CopyFormat, (source: CopySource) => string> = {
  'access-token': (source) => source.token('access'),
  'refresh-token': (source) => source.token('refresh'),
  header: (source) => tokenHeader(source.token('access'), source.scheme()),
  curl: (source) => curlWithToken(source.curlTarget(), source.token('access'), source.scheme()),
  'curl-env': (source) => curlFromEnvironment(source.curlTarget(), source.scheme()),
};

/** The text of one format. Throws what the source throws, such as `no-token`. */
export function copyText(format: CopyFormat, source: CopySource): string {
  return formats[format](source);
}
