import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { requestChannel } from './contract/channels.ts';
import type { Answer } from './contract/ipc.ts';

/** Answers one request of a page; null stands for anything that is no page of Lanyard's. */
export type Answering = (
  page: 'window' | 'picker' | null,
  name: unknown,
  input: unknown,
) => Promise<Answer<unknown>>;

/** Takes what is asked from now on; it waits for the answered function to be given who answers. */
export function takeRequests(
  pageOf: (event: IpcMainInvokeEvent) => 'window' | 'picker' | null,
): (answering: Answering) => void {
  let begin: (answering: Answering) => void = () => {};
  const begun = new Promise<Answering>((resolve) => {
    begin = resolve;
  });
  ipcMain.handle(requestChannel, async (event, name: unknown, input: unknown) => {
    const page = pageOf(event);
    return (await begun)(page, name, input);
  });
  return begin;
}
