/**
 * Loaded into an app before it starts, Lanyard and the bare window alike: tells over the process's channel when the window is usable, and
 * does in it what is measured. Times are read off the monotonic clock, which all processes of a machine share.
 */
const { app, BrowserWindow, clipboard } = require('electron');

const rows = process.env.BENCH_ROWS;

/** Resolves in the page once a row is there and was painted. */
const untilPainted = `new Promise((resolve) => {
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  const seen = () => document.querySelector(${JSON.stringify(rows)}) !== null;
  if (seen()) return painted();
  const observer = new MutationObserver(() => {
    if (!seen()) return;
    observer.disconnect();
    painted();
  });
  observer.observe(document, { childList: true, subtree: true });
}).then(() => {
  window.benchAnswered = new Promise((resolve) => addEventListener('keydown', () => requestAnimationFrame(() => resolve()), { once: true, capture: true }));
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    await contents.executeJavaScript(untilPainted);
    contents.sendInputEvent({ type: 'keyDown', keyCode: 'Shift' });
    await contents.executeJavaScript('window.benchAnswered');
    tell({ event: 'usable', at: now() });
  });
});

const deeds = {
  quit: () => app.quit(),
  hide: () => window().hide(),
  async run(script) {
    return window().webContents.executeJavaScript(script);
  },
  /** Presses Enter on what has the focus, and resolves with the milliseconds until the clipboard holds something. */
  async copy() {
    clipboard.clear();
    const filled = new Promise((resolve) => {
      const write = clipboard.write.bind(clipboard);
      const writeText = clipboard.writeText.bind(clipboard);
      const after =
        (original) =>
        (...args) => {
          const written = original(...args);
          Object.assign(clipboard, { write, writeText });
          if (clipboard.readText().length > 0) resolve(now());
          return written;
        };
      Object.assign(clipboard, { write: after(write), writeText: after(writeText) });
    });
    const pressedAt = now();
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, nativeVirtualKeyCode: 13 };
    void debug('Input.dispatchKeyEvent', { ...enter, type: 'keyDown', text: '\r' });
    void debug('Input.dispatchKeyEvent', { ...enter, type: 'keyUp' });
    return (await filled) - pressedAt;
  },
  /** Turns the wheel as fast as a hand does. */
  async wheel({ x, y, deltaY, forMs }) {
    const { webContents } = window();
    for (
      const endsAt = now() + forMs;
      now() < endsAt;
      await new Promise((resolve) => setTimeout(resolve, 16))
    )
      webContents.sendInputEvent({ type: 'mouseWheel', x, y, deltaX: 0, deltaY });
  },
  /** One command of the debugger's protocol. */
  debug: ({ method, params }) => debug(method, params),
};

process.on('message', async ({ id, deed, input }) => {
  const result = await Promise.resolve(deeds[deed](input)).catch((error) => ({ failed: String(error) }));
  tell({ event: 'done', id, result });
});

async function debug(method, params) {
  const { debugger: tool } = window().webContents;
  if (!tool.isAttached()) tool.attach('1.3');
  return tool.sendCommand(method, params);
}

function tell(message) {
  process.send?.(message);
}

function window() {
  return BrowserWindow.getAllWindows()[0];
}

function now() {
  return Number(process.hrtime.bigint()) / 1e6;
}
