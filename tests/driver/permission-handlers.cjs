// Electron keeps the handlers of a session to itself; they are caught on their way in.
require('electron').app.on('session-created', (session) => {
  const caught = {};
  globalThis.permissionHandlers ??= caught;
  for (const [name, method] of [
    ['request', 'setPermissionRequestHandler'],
    ['check', 'setPermissionCheckHandler'],
    ['device', 'setDevicePermissionHandler'],
  ]) {
    const set = session[method].bind(session);
    session[method] = (handler) => {
      caught[name] = handler;
      set(handler);
    };
  }
});
