import type { BrowserWindow } from 'electron';
import { pushChannel } from './contract/channels.ts';
import { type PushName, type PushPayload, pushes } from './contract/ipc.ts';

/** Sends a push of the contract to a window. A field that nobody declared never crosses. */
export function pushTo<Name extends PushName>(
  window: BrowserWindow | null,
  name: Name,
  payload: PushPayload<Name>,
): void {
  window?.webContents.send(pushChannel, name, pushes[name].parse(payload));
}
