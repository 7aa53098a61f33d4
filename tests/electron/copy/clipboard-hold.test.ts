import { describe, expect, it } from 'vitest';
import { createClipboardHold } from '../../../electron/copy/clipboard-hold.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const about = { format: 'header', profileId: 'p1', profileName: 'admin', serverName: 'Core' } as const;

function setUp() {
  let text = '';
  const clipboard = {
    writeText: async (next: string) => {
      text = next;
    },
    readText: async (): Promise<string> => text,
    clear: async () => {
      text = '';
    },
  };
  const clock = createFakeClock();
  return { clipboard, clock, hold: createClipboardHold({ clipboard, clock }), textNow: () => text };
}

describe('the clipboard hold', () => {
  it('clears its text when the time is over, and not before', async () => {
    const { clock, hold, textNow } = setUp();
    await hold.put('secret', about, 45);
    expect(hold.view()).toEqual({ ...about, copiedAt: clock.now(), clearsAt: clock.now() + 45_000 });
    await clock.advance(44_999);
    expect(textNow()).toBe('secret');
    await clock.advance(1);
    expect(textNow()).toBe('');
    expect(hold.view()).toBeNull();
  });

  it('clears also what was just being put there', async () => {
    const { clipboard, clock, textNow } = setUp();
    let write = (): void => {};
    const written = new Promise<void>((resolve) => {
      write = resolve;
    });
    const slow = { ...clipboard, writeText: (text: string) => written.then(() => clipboard.writeText(text)) };
    const hold = createClipboardHold({ clipboard: slow, clock });
    const putting = hold.put('secret', about, 0);
    const clearing = hold.clear();
    write();
    await Promise.all([putting, clearing]);
    expect(textNow()).toBe('');
    expect(hold.view()).toBeNull();
  });

  it('leaves alone what somebody else copied meanwhile', async () => {
    const { clipboard, clock, hold, textNow } = setUp();
    await hold.put('secret', about, 45);
    await clipboard.writeText('a shopping list');
    await clock.advance(45_000);
    expect(textNow()).toBe('a shopping list');
    expect(hold.view()).toBeNull();
  });

  it('gives a second copy its own full time', async () => {
    const { clock, hold, textNow } = setUp();
    await hold.put('first', about, 45);
    await clock.advance(30_000);
    await hold.put('second', about, 45);
    await clock.advance(44_999);
    expect(textNow()).toBe('second');
    await clock.advance(1);
    expect(textNow()).toBe('');
  });

  it('keeps a text until it is asked to clear when the seconds are 0', async () => {
    const { clock, hold, textNow } = setUp();
    await hold.put('secret', about, 0);
    expect(hold.view()?.clearsAt).toBeNull();
    await clock.advance(3_600_000);
    expect(textNow()).toBe('secret');
    await hold.clear();
    expect(textNow()).toBe('');
  });

  it('clears a clipboard that was busy as soon as it is free', async () => {
    const { clipboard, clock, hold, textNow } = setUp();
    await hold.put('secret', about, 45);
    const { readText } = clipboard;
    clipboard.readText = () => Promise.reject(new Error('busy'));
    await clock.advance(46_500);
    expect(textNow()).toBe('secret');
    clipboard.readText = readText;
    await clock.advance(1_000);
    expect(textNow()).toBe('');
    expect(hold.view()).toBeNull();
  });

  it('tells its listeners of copy and clear', async () => {
    const { hold } = setUp();
    const seen: (string | null)[] = [];
    const stop = hold.onChange(() => seen.push(hold.view()?.profileName ?? null));
    await hold.put('secret', about, 45);
    await hold.clear();
    stop();
    await hold.put('secret', about, 45);
    expect(seen).toEqual(['admin', null]);
  });
});
