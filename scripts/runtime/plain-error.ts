/** A reason to stop that its message explains fully: the user sees the sentence, and no stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}

/** Runs a script to its exit code, and ends the process with it. */
export async function runScript(script: () => Promise<number>): Promise<void> {
  try {
    process.exit(await script());
  } catch (error) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    process.exit(1);
  }
}
