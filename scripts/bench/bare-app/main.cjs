/** The least that an Electron app can be: one hardened window that shows one line of text. What Lanyard adds is measured against it. */
const { app, BrowserWindow, ipcMain } = require('electron');
const { join } = require('node:path');

if (app.requestSingleInstanceLock()) app.whenReady().then(open);
else app.quit();

function open() {
  ipcMain.handle('request', () => null);
  const window = new BrowserWindow({
    width: Number(process.env.BARE_WIDTH ?? 1100),
    height: Number(process.env.BARE_HEIGHT ?? 720),
    frame: false,
    show: false,
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'index.html'));
}
