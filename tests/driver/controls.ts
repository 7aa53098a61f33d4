import type { Locator } from '@playwright/test';

/** Presses the button that sends a sign-in, whatever stands on it, and does not wait for what comes of it. */
export async function submit(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: /^(Sign in|Try again|Open the browser|Get a code)( |$)/ }).click();
}

/** Unticks what allows Lanyard to sign in again by itself. */
export async function rememberNothing(dialog: Locator): Promise<void> {
  await dialog.getByRole('checkbox', { name: /^Remember/ }).click();
}

/** The calls that the open pane lists, newest first, that say so. */
export function exchanges(pane: Locator, words: string): Locator {
  return pane.getByRole('region', { name: 'Timeline' }).getByText(words, { exact: true });
}
