import { parseArgs } from 'node:util';
import { PlainError } from '../runtime/plain-error.ts';

const usage = 'Usage: npm run demo [-- --json | --pictures FOLDER]';

interface DemoArguments {
  readonly json: boolean;
  readonly pictures: string | undefined;
}

/** Reads the command line; what it does not know it names, and says how it is used. */
export function readArguments(args: readonly string[]): DemoArguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, pictures: { type: 'string' } },
    });
    return { json: values.json, pictures: values.pictures };
  } catch (error) {
    throw new PlainError(`${reason(error)}.\n${usage}`);
  }
}

/** Node's first sentence says what is wrong; the rest tells programmers how to allow it. */
function reason(error: unknown): string {
  const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
  return sentence.trim().replace(/\.$/, '').replaceAll('\n', ' ') || 'These options are not known';
}
