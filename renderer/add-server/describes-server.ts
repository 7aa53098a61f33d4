/** True for a text that is no address but may describe a server: a command, a document, anything of several words or lines. */
export function describesServer(text: string): boolean {
  const trimmed = text.trim();
  return /\s/.test(trimmed) || /^[{[]/.test(trimmed);
}

/** True for a command that is typed where an address belongs. */
export function isTypedCommand(text: string): boolean {
  return /^\s*(\$\s+)?curl(\.exe)?\s/i.test(text);
}
