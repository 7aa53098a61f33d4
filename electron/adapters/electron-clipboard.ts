import type { Clipboard } from '../ports.ts';

/** As much of Electron's clipboard as is used, up to 43 without promises. `write` took other things before 44. */
export interface ElectronBoard {
  writeText(text: string): void | Promise<void>;
  readText(): string | Promise<string>;
  clear(): void | Promise<void>;
  write(items: readonly object[]): void | Promise<void>;
}

/** Several formats of one thing; a class that Electron has since 44. */
type ItemClass = new (formats: Record<string, string | Blob>) => object;

/**
 * The clipboard of whichever Electron this is: awaiting serves the one without promises and the one with. Where several formats can be
 * put there at once, a text is marked as a secret, so that managers and histories of clipboards that ask leave it alone. Before 44 a
 * second format would take the place of the text, and nothing is marked.
 */
export function createElectronClipboard(
  board: ElectronBoard,
  Item: ItemClass | undefined,
  platform: string,
): Clipboard {
  async function writeConcealed(text: string): Promise<boolean> {
    if (!Item) return false;
    try {
      await board.write([new Item({ 'text/plain': text, ...marksOf(platform) })]);
      return true;
    } catch {
      // A desktop that takes no private formats still takes the text.
      return false;
    }
  }

  return {
    async writeText(text) {
      if (!(await writeConcealed(text))) await board.writeText(text);
    },
    async readText() {
      return await board.readText();
    },
    async clear() {
      await board.clear();
    },
  };
}

/**
 * What tells others on this platform that it is a secret.
 *
 * @see {@link https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats Windows}
 * @see {@link http://nspasteboard.org macOS}
 */
function marksOf(platform: string): Record<string, string | Blob> {
  switch (platform) {
    case 'win32':
      return {
        [privateFormat('ExcludeClipboardContentFromMonitorProcessing')]: no(),
        [privateFormat('CanIncludeInClipboardHistory')]: no(),
        [privateFormat('CanUploadToCloudClipboard')]: no(),
      };
    case 'darwin':
      return { [privateFormat('org.nspasteboard.ConcealedType')]: new Blob(['']) };
    default:
      return { [privateFormat('x-kde-passwordManagerHint')]: new Blob(['secret']) };
  }
}

function privateFormat(name: string): string {
  return `electron application/osclipboard;format="${name}"`;
}

/** Windows reads these as a number of four bytes, of which 0 is no; of the first it looks at the name alone. */
function no(): Blob {
  return new Blob([new Uint8Array(4)]);
}
