import { describe, expect, it } from 'vitest';
import {
  createElectronClipboard,
  type ElectronBoard,
} from '../../../electron/adapters/electron-clipboard.ts';

/** As Electron's since 44: an item of several formats, of which the test looks at the keys and what they hold. */
class FakeItem {
  readonly formats: Readonly<Record<string, string | Blob>>;
  constructor(formats: Record<string, string | Blob>) {
    this.formats = formats;
  }
}

function setUp({ refusesFormats = false } = {}) {
  const written: (FakeItem | string)[] = [];
  const board: ElectronBoard = {
    writeText: (text) => void written.push(text),
    readText: () => 'what lies there',
    clear: () => void written.push('cleared'),
    write(items) {
      if (refusesFormats) throw new Error('no private formats here');
      written.push(...items.filter((item) => item instanceof FakeItem));
    },
  };
  return { board, written };
}

const format = (name: string) => `electron application/osclipboard;format="${name}"`;

describe('the clipboard of Electron', () => {
  it.each([
    ['linux', { 'x-kde-passwordManagerHint': [...Buffer.from('secret')] }],
    [
      'win32',
      {
        ExcludeClipboardContentFromMonitorProcessing: [0, 0, 0, 0],
        CanIncludeInClipboardHistory: [0, 0, 0, 0],
        CanUploadToCloudClipboard: [0, 0, 0, 0],
      },
    ],
    ['darwin', { 'org.nspasteboard.ConcealedType': [] }],
  ])('marks a text as a secret beside the text itself, on %s', async (platform, marks) => {
    const { board, written } = setUp();
    await createElectronClipboard(board, FakeItem, platform).writeText('secret header');
    expect(written).toHaveLength(1);
    const [item] = written;
    if (!(item instanceof FakeItem)) throw new Error('no item was written');
    const { 'text/plain': text, ...others } = item.formats;
    expect(text).toBe('secret header');
    const found = await Promise.all(
      Object.entries(others).map(async ([name, value]) => [
        name,
        [...new Uint8Array(await new Blob([value]).arrayBuffer())],
      ]),
    );
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(marks).map(([name, bytes]) => [format(name), bytes])),
    );
  });

  it('writes the text alone where there is but one format at a time', async () => {
    const { board, written } = setUp();
    const clipboard = createElectronClipboard(board, undefined, 'linux');
    await clipboard.writeText('secret header');
    await clipboard.clear();
    expect(written).toEqual(['secret header', 'cleared']);
    expect(await clipboard.readText()).toBe('what lies there');
  });

  it('writes the text alone where the desktop refuses private formats', async () => {
    const { board, written } = setUp({ refusesFormats: true });
    await createElectronClipboard(board, FakeItem, 'linux').writeText('secret header');
    expect(written).toEqual(['secret header']);
  });
});
