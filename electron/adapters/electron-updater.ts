import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { AppUpdater } from 'electron-updater';
import type { UpdateObstacle } from '../contract/update.ts';
import type { Updater } from '../ports.ts';
import { isSigned } from './update-signature.ts';

/** The library sends every page the same number from each copy of an app, to roll out by shares; here all copies are one. */
const sameForAll = { 'x-user-staging-id': '00000000-0000-5000-8000-000000000000' };

/** Packages that are replaced from within: an AppImage, what the Windows installer put there, and an app on macOS. */
export function createElectronUpdater(resources: string): Updater {
  const keyFile = join(resources, 'update-key.pem');

  let made: Promise<AppUpdater> | null = null;

  /** A fifth of all there is to load at a start, for those who want updates and have looked for none yet. */
  async function load(): Promise<AppUpdater> {
    const { autoUpdater: updater } = await import('electron-updater');
    updater.logger = null;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = true;
    updater.allowPrerelease = false;
    updater.allowDowngrade = false;
    updater.requestHeaders = sameForAll;
    // Every failure also rejects what was asked; unheard, this one would be printed with the address and all headers.
    updater.on('error', () => {});
    return updater;
  }

  function updater(): Promise<AppUpdater> {
    made ??= load().catch((thrown: unknown) => {
      made = null;
      throw thrown;
    });
    return made;
  }

  return {
    obstacle: () => obstacle(resources, keyFile),
    async find() {
      try {
        const found = await (await updater()).checkForUpdates();
        if (!found?.isUpdateAvailable) return { version: null };
        if (!isSigned(found.updateInfo, readFileSync(keyFile, 'utf8'))) return { fault: 'not-signed' };
        return { version: found.updateInfo.version };
      } catch {
        return { fault: 'unreachable' };
      }
    },
    async fetch() {
      try {
        await (await updater()).downloadUpdate();
        return true;
      } catch {
        return false;
      }
    },
  };
}

function obstacle(resources: string, keyFile: string): UpdateObstacle | null {
  if (!app.isPackaged) return 'source';
  if (process.platform === 'linux' && process.env.APPIMAGE === undefined) {
    return existsSync(join(resources, 'package-type')) ? 'package' : 'archive';
  }
  if (process.platform === 'win32' && process.env.PORTABLE_EXECUTABLE_FILE !== undefined) return 'portable';
  if (!existsSync(keyFile) || !existsSync(join(resources, 'app-update.yml'))) return 'no-key';
  return null;
}
