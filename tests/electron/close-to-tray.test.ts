import { expect, it } from 'vitest';
import { createCloseToTray } from '../../electron/close-to-tray.ts';

/** A window that is asked to close, with a desktop that answers when `place` is called. */
function startClosing({ isWanted = true } = {}) {
  const answers: ((isInTray: boolean) => void)[] = [];
  const deeds: string[] = [];
  const closing = createCloseToTray({
    isWanted: () => isWanted,
    placeTray: () => new Promise((resolve) => answers.push(resolve)),
    onHidden: () => deeds.push('told'),
  });
  let isDestroyed = false;
  const window = {
    hide: () => deeds.push('hidden'),
    close() {
      if (!closing.holdsBack(window)) deeds.push('closed');
    },
    isDestroyed: () => isDestroyed,
    destroy() {
      isDestroyed = true;
    },
  };
  const place = async (isInTray: boolean): Promise<void> => {
    answers.shift()?.(isInTray);
    // Everything that waits for the answer has run by then.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { closing, window, deeds, place, asked: () => answers.length };
}

it('hides a window that is closed, once the desktop has shown the tray anew, and says so', async () => {
  const { window, deeds, place } = startClosing();
  window.close();
  expect(deeds).toEqual([]);
  await place(true);
  expect(deeds).toEqual(['hidden', 'told']);
});

it('lets it close where there is no tray any more, and holds the next one back all the same', async () => {
  const { closing, window, deeds, place } = startClosing();
  window.close();
  await place(false);
  expect(deeds).toEqual(['closed']);
  expect(closing.holdsBack(window)).toBe(true);
});

it('asks nobody where closing is to quit', () => {
  const { window, deeds, asked } = startClosing({ isWanted: false });
  window.close();
  expect(deeds).toEqual(['closed']);
  expect(asked()).toBe(0);
});

it('holds nothing back while everything ends', () => {
  const { closing, window, deeds } = startClosing();
  closing.setEnding(true);
  window.close();
  expect(deeds).toEqual(['closed']);
  closing.setEnding(false);
  expect(closing.holdsBack(window)).toBe(true);
});

it('closes and hides nothing that is to end by the time the desktop answers', async () => {
  const { closing, window, deeds, place } = startClosing();
  window.close();
  closing.setEnding(true);
  await place(true);
  expect(deeds).toEqual(['closed']);
});

it('leaves a window alone that was destroyed meanwhile', async () => {
  const { window, deeds, place } = startClosing();
  window.close();
  window.destroy();
  await place(true);
  expect(deeds).toEqual([]);
});
