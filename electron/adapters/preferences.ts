import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { z } from 'zod';
import { defaultSettings } from '../contract/default-settings.ts';
import { type Settings, settingsSchema } from '../contract/settings.ts';

const boundsSchema = z.object({
  x: z.number().exactOptional(),
  y: z.number().exactOptional(),
  width: z.number().min(760),
  height: z.number().min(520),
});
export type WindowBounds = z.infer<typeof boundsSchema>;

/** What is no secret and may lie in a readable file: settings and the window's place. */
export interface Preferences {
  settings(): Settings;
  /** Takes the fields that are there; `undefined` changes nothing. */
  update(changes: { readonly [Name in keyof Settings]?: Settings[Name] | undefined }): void;
  bounds(): WindowBounds | null;
  setBounds(bounds: WindowBounds): void;
  /** True once, the first time that the window is hidden in the tray: then the user is told where it went. */
  isFirstHide(): boolean;
}

/** Preferences in electron-store. A damaged or foreign value falls back to its default: nothing here is worth an error. */
export function createPreferences(): Preferences {
  const store = new ElectronStore<Record<string, unknown>>({ name: 'preferences', clearInvalidConfig: true });
  // The library answers any page that asks it for folder and version; Lanyard's pages ask by the contract alone.
  ipcMain.removeAllListeners('electron-store-get-data');
  let settings = readSettings(store.get('settings'), defaultSettings);
  return {
    settings: () => settings,
    update(changes) {
      settings = readSettings({ ...settings, ...changes }, settings);
      store.set('settings', settings);
    },
    bounds: () => boundsSchema.safeParse(store.get('bounds')).data ?? null,
    setBounds(bounds) {
      try {
        store.set('bounds', bounds);
      } catch {
        // A full disk: the window opens in its old place next time, which is no reason to trouble anybody while it closes.
      }
    },
    isFirstHide() {
      if (store.get('wasHidden') === true) return false;
      try {
        store.set('wasHidden', true);
      } catch {
        // A full disk: it is told once more next time.
      }
      return true;
    },
  };
}

/** The valid fields of `stored` over those of `fallback`. */
function readSettings(stored: unknown, fallback: Settings): Settings {
  const known = z.record(z.string(), z.unknown()).safeParse(stored).data ?? {};
  const valid = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(known[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { ...fallback, ...Object.fromEntries(valid) };
}
