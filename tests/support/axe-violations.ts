import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core has against a part of the page, once nothing moves any more. */
export async function axeViolations(page: Page, selector: string): Promise<readonly string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(await readFile(axePath, 'utf8'));
  const results = await page.evaluate((part) => {
    const { axe } = window as unknown as { readonly axe: { run(what: object): Promise<AxeResults> } };
    return axe.run({ include: [part], exclude: ['[data-base-ui-focus-guard]'] });
  }, selector);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}
