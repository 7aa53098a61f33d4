import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const harmless = [
  // These only pass the focus on, into a menu and out of it: nobody ever rests on one.
  /^aria-hidden-focus: .*data-base-ui-focus-guard/,
  // An open menu belongs to the button that opened it, in whatever landmark that stands.
  /^region: .*role="menu"/,
];

/** Everything that is wrong with what the window shows: for a reader of the screen, for a screen reader, in a narrow window. */
export async function faultsOf(window: Page): Promise<readonly string[]> {
  await window.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );
  return [...(await violations(window)), ...(await overflowing(window)), ...(await clipped(window))];
}

/** What axe-core has against it, by all of its standard rules. */
async function violations(window: Page): Promise<readonly string[]> {
  if (!(await window.evaluate(() => 'axe' in globalThis))) {
    await window.evaluate(await readFile(axePath, 'utf8'));
  }
  const results = await window.evaluate(() => {
    const { axe } = globalThis as unknown as {
      readonly axe: { run(options: { readonly resultTypes: readonly string[] }): Promise<AxeResults> };
    };
    return axe.run({ resultTypes: ['violations'] });
  });
  return results.violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
    .filter((violation) => !harmless.some((pattern) => pattern.test(violation)));
}

/** What can be scrolled sideways. */
function overflowing(window: Page): Promise<readonly string[]> {
  return window.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('body *')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        return element === document.documentElement || ['auto', 'scroll'].includes(overflowX);
      })
      .filter((element) => !(element instanceof HTMLInputElement))
      .map((element) => {
        const { left, right } = element.getBoundingClientRect();
        const widest = [...element.querySelectorAll<HTMLElement>('*')].filter((each) => {
          const box = each.getBoundingClientRect();
          return box.right > right + 1 || box.left < left - 1;
        });
        return `scrolls sideways: ${element.tagName} ${element.textContent?.slice(0, 60)}, by ${widest.at(-1)?.outerHTML.slice(0, 200)}`;
      }),
  );
}

/** Text that is cut off without an ellipsis, a title or a way to scroll to it. */
function clipped(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => {
    const slack = 1.5;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.trim() || !parent?.checkVisibility({ checkVisibilityCSS: true })) continue;
      if (parent.closest('title') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      const canScroll = { x: false, y: false };
      let isNamed = false;
      for (let box: HTMLElement | null = parent; box !== null; box = box.parentElement) {
        // For screen readers alone.
        if (box.offsetWidth === 1 && box.offsetHeight === 1) isNamed = true;
        const { overflowX, overflowY, textOverflow, position } = getComputedStyle(box);
        isNamed ||= box.title !== '' || textOverflow === 'ellipsis';
        canScroll.x ||= ['auto', 'scroll'].includes(overflowX);
        canScroll.y ||= ['auto', 'scroll'].includes(overflowY);
        const frame = box.getBoundingClientRect();
        const isWide = text.right > frame.right + slack || text.left < frame.left - slack;
        const isHigh = text.bottom > frame.bottom + slack || text.top < frame.top - slack;
        const cuts =
          (isWide && !canScroll.x && overflowX !== 'visible') ||
          (isHigh && !canScroll.y && overflowY !== 'visible');
        if (cuts && !isNamed) found.push(`cut off: ${node.textContent.trim().slice(0, 60)}`);
        if (cuts || position === 'fixed') break;
      }
      if (!canScroll.x && !isNamed && text.right > innerWidth + slack) {
        found.push(`beyond the window: ${node.textContent.trim().slice(0, 60)}`);
      }
    }
    return found;
  });
}
