const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('bare', { request: (input) => ipcRenderer.invoke('request', input) });
