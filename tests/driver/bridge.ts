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
  return window.evaluate(
    ([asked, given]) => {
      const { lanyard } = globalThis as unknown as { lanyard: Bridge };
      return lanyard.request(asked, given);
    },
    [name, input] as const,
  ) as Promise<Answer<RequestOutput<Name>>>;
}
