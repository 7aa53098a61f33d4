import type { LaunchedLanyard } from './launch.ts';

/** Saves what the window shows in one theme, and gives the file's path. Tokens are masked there, as they are on screen. */
export async function screenshot(
  { app, window }: Pick<LaunchedLanyard, 'app' | 'window'>,
  theme: 'light' | 'dark',
  path: string,
): Promise<string> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  await window.waitForFunction(
    (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
    theme === 'dark',
  );
  // What comes in by degrees has come in.
  await window.screenshot({ path, animations: 'disabled' });
  return path;
}
