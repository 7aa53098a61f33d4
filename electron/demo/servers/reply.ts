export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
  /** How long the server sleeps before it answers. */
  readonly delayMs?: number;
}

export function jsonReply(status: number, value: unknown, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** Writes a flat object the way Python's json module does: spaces after the separators, ASCII only. */
export function pythonJson(fields: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(fields).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{${members.join(', ')}}`.replaceAll(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
