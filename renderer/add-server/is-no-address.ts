/** True for what can never become the address of a server, however typing goes on. */
export function isNoAddress(typed: string): boolean {
  const text = typed.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1];
  return /\s/.test(text) || (scheme !== undefined && !/^https?$/i.test(scheme));
}
