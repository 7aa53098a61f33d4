/** A reason to stop that its message explains fully: the user sees the sentence, and no stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}

export function explain(error: unknown): void {
  console.error(error instanceof PlainError ? `\n${error.message}` : error);
}

/** Runs a script to its exit code, and ends the process with it. */
export async function runScript(script: () => Promise<number>): Promise<void> {
  try {
    process.exit(await script());
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}
