import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Replaces the menu that Electron gives every app, and whose keys open the developer tools: they reach everything in the window, so only
 * an unpackaged Lanyard has them. Frameless windows show no menu, but hear its keys.
 */
export function setAppMenu(): void {
  const isMac = process.platform === 'darwin';
  const tools: MenuItemConstructorOptions[] = [
    { label: 'View', submenu: [{ role: 'reload' }, { role: 'toggleDevTools' }] },
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: isMac ? 'appMenu' : 'fileMenu' },
      { role: 'editMenu' },
      ...(app.isPackaged ? [] : tools),
      { role: 'windowMenu' },
    ]),
  );
}
