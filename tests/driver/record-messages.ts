import type { ElectronApplication } from '@playwright/test';

/** What the page was sent: pushes and answers, and apart from them the answers to its requests for a token in full. */
export interface Messages {
  readonly sent: readonly string[];
  readonly revealed: readonly string[];
}

/** Listens to everything that main sends to the page from now on; what it gives tells it so far. */
export async function recordMessages(app: ElectronApplication): Promise<() => Promise<Messages>> {
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const messages: { readonly sent: string[]; readonly revealed: string[] } = { sent: [], revealed: [] };
    Reflect.set(globalThis, 'lanyardMessages', messages);
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('there is no window');
    const send = contents.send.bind(contents);
    contents.send = (name, ...payload) => {
      messages.sent.push(JSON.stringify(payload));
      send(name, ...payload);
    };
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
  return () => app.evaluate(() => Reflect.get(globalThis, 'lanyardMessages') as Messages);
}
