import type { ElectronApplication } from '@playwright/test';

/** What the pages were sent: pushes and answers, and apart from them the answers to its requests for a token in full. */
export interface Messages {
  readonly sent: readonly string[];
  readonly revealed: readonly string[];
  /** The part of the address, such as `?picker`, of the page that each push went to. */
  readonly pages: readonly string[];
}

/** Listens to everything that main sends to its pages from now on, to those that open later too; what it gives tells it so far. */
export async function recordMessages(electron: ElectronApplication): Promise<() => Promise<Messages>> {
  await electron.evaluate(({ app, BrowserWindow, ipcMain }) => {
    const messages: { readonly sent: string[]; readonly revealed: string[]; readonly pages: string[] } = {
      sent: [],
      revealed: [],
      pages: [],
    };
    Reflect.set(globalThis, 'lanyardMessages', messages);
    // A function with a name of its own would be given it by a helper that is not there in main.
    const to = {
      listen({ webContents }: Electron.BrowserWindow): void {
        const send = webContents.send.bind(webContents);
        webContents.send = (name, ...payload) => {
          messages.sent.push(JSON.stringify(payload));
          messages.pages.push(new URL(webContents.getURL()).search);
          send(name, ...payload);
        };
      },
    };
    for (const window of BrowserWindow.getAllWindows()) to.listen(window);
    app.on('browser-window-created', (_, window) => to.listen(window));
    // Electron keeps its handlers in a map of this name.
    const handlers: Map<string, (...args: unknown[]) => Promise<unknown>> = Reflect.get(
      ipcMain,
      '_invokeHandlers',
    );
    for (const [channel, answer] of handlers) {
      handlers.set(channel, async (event, name, ...args) => {
        const answered = await answer(event, name, ...args);
        const kept = name === 'session.reveal' ? messages.revealed : messages.sent;
        kept.push(JSON.stringify(answered) ?? '');
        return answered;
      });
    }
  });
  return () => electron.evaluate(() => Reflect.get(globalThis, 'lanyardMessages') as Messages);
}
