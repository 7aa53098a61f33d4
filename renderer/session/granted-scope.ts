/** What was granted, held against what was asked for. */
export interface GrantedScope {
  readonly granted: readonly string[];
  readonly missing: readonly string[];
  /** Granted without having been asked for. */
  readonly unasked: readonly string[];
  /** True where the server says nothing, which means that it granted what was asked for. @see RFC 6749 §5.1 */
  readonly isImplied: boolean;
}

/** Parts scopes at their spaces; `null` where nothing is known of any. */
export function grantedScope(scope: string | null, askedScope: string | null): GrantedScope | null {
  const granted = partsOf(scope);
  const asked = partsOf(askedScope);
  if (granted.length === 0 && asked.length === 0) return null;
  if (granted.length === 0) return { granted: asked, missing: [], unasked: [], isImplied: true };
  const wasAsked = (part: string) => asked.length === 0 || asked.includes(part);
  return {
    granted: granted.filter(wasAsked),
    missing: asked.filter((part) => !granted.includes(part)),
    unasked: granted.filter((part) => !wasAsked(part)),
    isImplied: false,
  };
}

function partsOf(scope: string | null): readonly string[] {
  return [...new Set((scope ?? '').split(/\s+/).filter((part) => part !== ''))];
}
