import type { Page } from '@playwright/test';
import type {
  Answer,
  Bridge,
  RequestInput,
  RequestName,
  RequestOutput,
} from '../../electron/contract/ipc.ts';

/** Sends a request as the window's own code does, and gives main's whole answer, good or bad. */
export function request<Name extends RequestName>(
  window: Page,
  name: Name,
  input: RequestInput<Name>,
): Promise<Answer<RequestOutput<Name>>> {
  const send = ([asked, given]: readonly [Name, RequestInput<Name>]) => {
    const { lanyard } = globalThis as unknown as { lanyard: Bridge };
    return lanyard.request(asked, given);
  };
  // The page's types would unpack handles in the input, of which there are none.
  return window.evaluate(send as (given: unknown) => ReturnType<typeof send>, [name, input]);
}
