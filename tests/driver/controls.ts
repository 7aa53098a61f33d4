import type { Locator, Page } from '@playwright/test';

/** Opens the select of that label and takes one of its options. */
export async function chooseFrom(window: Page, label: string, option: string): Promise<void> {
  await window.getByRole('combobox', { name: label }).click();
  await window.getByRole('option', { name: option }).click();
}

/** Takes an item of a server's menu in the sidebar. */
export async function chooseForServer(window: Page, server: string, item: string): Promise<void> {
  await window
    .getByRole('navigation')
    .getByRole('button', { name: `More for ${server}` })
    .click();
  await window.getByRole('menuitem', { name: item }).click();
}

/** Presses the button that sends a sign-in, whatever stands on it, and does not wait for what comes of it. */
export async function submit(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: /^(Sign in|Try again)( |$)/ }).click();
}

/** Unticks what allows Lanyard to sign in again by itself. */
export async function rememberNothing(dialog: Locator): Promise<void> {
  await dialog.getByRole('checkbox', { name: /^Remember/ }).click();
}

/** The calls that the open pane lists, newest first, that say so. */
export function exchanges(pane: Locator, words: string): Locator {
  return pane.getByRole('region', { name: 'Exchanges' }).getByText(words, { exact: true });
}
