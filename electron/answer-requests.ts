import { askedByPicker } from './contract/asked-by-picker.ts';
import {
  type Answer,
  type RequestInput,
  type RequestName,
  type RequestOutput,
  requests,
} from './contract/ipc.ts';
import { Failure, toProblem } from './failure.ts';
import type { Answering } from './ipc-server.ts';
import { reportDefect } from './report-defect.ts';

/** One handler for every request of the contract; a name without one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    input: RequestInput<Name>,
  ) => RequestOutput<Name> | Promise<RequestOutput<Name>>;
};

/**
 * Answers the pages: checks who asks, then what is asked, then lets the handler work. Answers and failures are data,
 * and pass the contract's schema, so that a field nobody declared never crosses.
 */
export function createAnswering(handlers: Handlers): Answering {
  return async (page, name, input): Promise<Answer<unknown>> => {
    const isAllowed = page === 'window' || (page === 'picker' && askedByPicker.has(name));
    if (!isAllowed) return { ok: false, problem: { code: 'internal' } };
    try {
      if (!isRequestName(name)) throw new Failure('bad-input');
      return { ok: true, value: await answer(handlers, name, input) };
    } catch (thrown) {
      if (!(thrown instanceof Failure)) reportDefect(String(name), thrown);
      return { ok: false, problem: toProblem(thrown) };
    }
  };
}

async function answer<Name extends RequestName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
): Promise<unknown> {
  const { input: inputSchema, output: outputSchema } = requests[name];
  const checked = inputSchema.safeParse(input);
  if (!checked.success) throw new Failure('bad-input', fieldOf(checked.error.issues[0]?.path));
  return outputSchema.parse(await handlers[name](checked.data as RequestInput<Name>));
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name);
}

/** The innermost named part of a path is the form field; indexes and symbols name none. */
function fieldOf(path: readonly PropertyKey[] | undefined): { field?: string } {
  const field = path?.filter((part) => typeof part === 'string').at(-1);
  return field ? { field } : {};
}
