import type { Page } from '@playwright/test';
import type { Bridge, RequestInput, RequestName, RequestOutput } from '../../electron/contract/ipc.ts';
import type { Problem } from '../../electron/contract/problem.ts';

/** What a request is answered with: a value, a problem, or nothing until it is cancelled. */
export type Scripted<Name extends RequestName> =
  | { readonly value: RequestOutput<Name> }
  | { readonly problem: Problem }
  | 'no answer';

/** Answers a request of the fake bridge from a list, one after the other; the last one stays. */
export async function answer<Name extends RequestName>(
  page: Page,
  name: Name,
  answers: readonly Scripted<Name>[],
): Promise<void> {
  await page.evaluate(
    ({ name, answers }) => {
      const bridge = window.lanyard as { request: (name: string, input: unknown) => Promise<unknown> };
      const { request } = bridge;
      let count = 0;
      bridge.request = async (asked, input) => {
        const unscripted = await request(asked, input);
        if (asked !== name) return unscripted;
        const next = answers[Math.min(count, answers.length - 1)];
        count += 1;
        if (next === undefined) return unscripted;
        if (next === 'no answer') {
          const cancelled = { ok: false, problem: { code: 'cancelled' } };
          return new Promise((resolve) =>
            window.addEventListener('scripted-cancel', () => resolve(cancelled)),
          );
        }
        return 'problem' in next ? { ok: false, ...next } : { ok: true, ...next };
      };
    },
    { name, answers },
  );
}

/** Lets a request that got no answer end as a cancelled one does. */
export async function cancelUnanswered(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('scripted-cancel')));
}

/** What was asked of the fake bridge under this name, oldest first. */
export async function askedOf<Name extends RequestName>(
  page: Page,
  name: Name,
): Promise<readonly RequestInput<Name>[]> {
  const inputs = await page.evaluate(
    (asked) => window.fakeMain.asked.filter((each) => each.name === asked).map(({ input }) => input),
    name,
  );
  return inputs as readonly RequestInput<Name>[];
}

declare global {
  interface Window {
    readonly lanyard: Bridge;
  }
}
