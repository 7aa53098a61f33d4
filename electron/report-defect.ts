/** Says where a defect happened and keeps the message out: it may quote what was being handled. */
export function reportDefect(name: string, thrown: unknown): void {
  const frames =
    thrown instanceof Error ? (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const kind = thrown instanceof Error ? thrown.name : typeof thrown;
  process.stderr.write([`defect in ${name}: ${kind}`, ...frames.slice(0, 6), ''].join('\n'));
}
