import { contextBridge, ipcRenderer } from 'electron';
import { pushChannel, requestChannel } from './contract/channels.ts';
import type { Bridge } from './contract/ipc.ts';

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(requestChannel, name, input),
  on(name, listener) {
    const forward = (
      _event: Electron.IpcRendererEvent,
      pushed: string,
      payload: Parameters<typeof listener>[0],
    ) => {
      if (pushed === name) listener(payload);
    };
    ipcRenderer.on(pushChannel, forward);
    return () => ipcRenderer.off(pushChannel, forward);
  },
};

contextBridge.exposeInMainWorld('lanyard', bridge);
