import type { Claim } from '../contract/inspection.ts';

/** Claims as a JSON object, with what is shown of them alone: a hidden value is a text that says so. */
export function claimsJson(claims: readonly Claim[]): string {
  if (claims.length === 0) return '{}';
  const lines = claims.map(({ name, value, type }) => {
    const isText = type === 'string' || type === 'hidden';
    return `  ${JSON.stringify(name)}: ${isText ? JSON.stringify(value) : value.replaceAll('\n', '\n  ')}`;
  });
  return `{\n${lines.join(',\n')}\n}`;
}
