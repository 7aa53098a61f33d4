import type { Environment } from '../../electron/contract/environment.ts';

const signs: readonly (readonly [Environment, RegExp])[] = [
  ['local', /^(localhost|127\.|\[::1\]|0\.0\.0\.0)|\.(local|localhost)$|\blocal\b/],
  ['staging', /\b(staging|stage|stg|preprod|uat)\b/],
  ['testing', /\b(testing|test|qa)\b/],
  ['development', /\b(development|dev|sandbox)\b/],
  ['production', /\b(production|prod|prd|live)\b/],
];

/** What a server seems to be there for, by its host and its name; only ever a suggestion. */
export function guessEnvironment(address: string, name: string): Environment {
  const host = hostname(address);
  const found = [host, name.toLowerCase()].flatMap((text) =>
    signs.filter(([, sign]) => sign.test(text)).map(([environment]) => environment),
  );
  return found[0] ?? 'none';
}

function hostname(address: string): string {
  try {
    return new URL(address.includes('://') ? address : `https://${address}`).hostname.toLowerCase();
  } catch {
    return '';
  }
}
