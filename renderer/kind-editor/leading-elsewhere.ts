/** True for an address on another server that the description does not declare. */
export function leadsElsewhere(text: string, declared: readonly string[] = []): boolean {
  const origin = originIn(text);
  return origin !== null && !declared.includes(origin);
}

/** The origin that a full address leads to; null for a path of the server itself, and where a placeholder decides. */
export function originIn(text: string): string | null {
  const [, authority] = /^https?:\/\/([^/?#\\]*)/i.exec(text.trim()) ?? [];
  if (authority === undefined || authority === '' || authority.includes('{')) return null;
  try {
    return new URL(text.trim()).origin;
  } catch {
    return null;
  }
}
