import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, figureOf } from './figure.ts';
import { startApp } from './measured-app.ts';
import { type Bench, usualRounds } from './part.ts';
import { lanyardWith, usualSize } from './windows.ts';

/** The button says for a moment that it has copied, and is then as it was. */
const betweenMs = 1500;

/** Presses Enter on "Copy header" and waits for the clipboard. */
export async function measureCopy(bench: Bench): Promise<readonly Figure[]> {
  const rounds = bench.rounds(usualRounds);
  const app = await startApp(bench.runtime, await lanyardWith(bench, 50, usualSize));
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    if (!(await app.act<boolean>('run', focusCopyHeader))) throw new Error('The button has no focus.');
    const took = await app.act<number>('copy');
    if (round > 0) times.push(took);
    await sleep(betweenMs);
  }
  await app.quit();
  return [
    figureOf(
      {
        name: 'copy-header',
        what: 'key press on "Copy header" to a filled clipboard',
        against: null,
        unit: 'ms',
        goal: { by: 'alone', atMost: 30 },
      },
      { ours: times },
    ),
  ];
}

/** The row has its buttons while it has the focus. */
const focusCopyHeader = `(() => {
  const row = document.querySelector('li:has([data-profile])');
  row.querySelector('[data-profile]').focus();
  [...row.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith('Copy header')).focus();
  return document.activeElement.textContent.startsWith('Copy header');
})()`;
