import type { ElectronApplication, Locator, Page } from '@playwright/test';
import type { SessionView } from '../../electron/contract/session.ts';
import {
  addServer,
  clipboardText,
  copyAs,
  detailOf,
  fill,
  sessionNamed,
  signIn,
} from '../../tests/driver/steps.ts';
import type { DemoServer } from './demo-servers.ts';
import { runInBash } from './run-in-bash.ts';

/** What was seen to happen with one server. What did not happen is false or null. */
export interface PlayedServer {
  readonly kind: DemoServer['kind'];
  login: boolean;
  identity: string | null;
  expiresAt: string | null;
  expirySource: string | null;
  kept: 'refreshed' | 'logged-in-again' | null;
  curlStatus: number | null;
  ended: 'revoked' | 'logged-out' | 'unsupported' | null;
}

/** The record of a server before anything was tried. */
export function notPlayedYet({ kind }: DemoServer): PlayedServer {
  return {
    kind,
    login: false,
    identity: null,
    expiresAt: null,
    expirySource: null,
    kept: null,
    curlStatus: null,
    ended: null,
  };
}

/** Adds the server and gets the user in; the register form comes first where there is one. */
export async function getIn(window: Page, server: DemoServer): Promise<Locator> {
  const dialog = await addServer(window, server);
  if (server.register) {
    await dialog.getByRole('button', { name: 'Register instead' }).click();
    const form = window.getByRole('dialog', { name: `Register at ${server.name}` });
    await fill(form, server.register);
    await form.getByRole('button', { name: 'Register', exact: true }).click();
    await window.getByRole('dialog', { name: `Sign in to ${server.name}` }).waitFor();
  } else {
    await fill(dialog, server.signIn);
  }
  return signIn(window);
}

/** Signs in to one server and reads in the pane who one is and how long that lasts. */
export async function playSignIn(window: Page, server: DemoServer, played: PlayedServer): Promise<void> {
  const pane = await getIn(window, server);
  played.login = true;
  const proof = await pane.getByText(/^Server says: /).textContent();
  played.identity = proof?.replace('Server says: ', '') ?? null;
  const { access } = await openSession(window, pane);
  played.expiresAt = access?.expiresAt ? new Date(access.expiresAt).toISOString() : null;
  played.expirySource = access?.source ?? null;
}

/** Goes on where {@link playSignIn} ended: a token kept alive, a copied curl that works, the end of the session. */
export async function playOn(
  app: ElectronApplication,
  window: Page,
  server: DemoServer,
  played: PlayedServer,
): Promise<void> {
  await window
    .getByRole('main')
    .getByRole('button', { name: ` at ${server.name},` })
    .click();
  const pane = window.getByRole('complementary', { name: ` at ${server.name}` });
  const { profileId } = await openSession(window, pane);
  played.kept = await seeItKept(window, pane, profileId);
  await copyAs(window, /^curl( (Ctrl|⌘).*)?$/);
  played.curlStatus = await runInBash(await clipboardText(app));
  await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
  played.ended = await seeItEnd(pane);
}

async function openSession(window: Page, pane: Locator): Promise<SessionView> {
  return sessionNamed(window, await pane.getByRole('heading', { level: 2 }).innerText());
}

/** Waits, without touching anything, until Lanyard has got a new token by itself. */
async function seeItKept(window: Page, pane: Locator, profileId: string): Promise<PlayedServer['kept']> {
  const log = pane.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
  const renewed = log.filter({ hasText: /Refreshed|Signed in/ });
  await renewed.nth(1).waitFor();
  const { exchanges } = await detailOf(window, profileId);
  const [newest] = exchanges
    .filter(({ purpose, outcome }) => isRenewal(purpose) && outcome === 'ok')
    .sort((one, other) => other.at - one.at);
  if (newest?.purpose === 'refresh') return 'refreshed';
  return newest?.purpose === 'login' ? 'logged-in-again' : null;
}

function isRenewal(purpose: string): boolean {
  return purpose === 'refresh' || purpose === 'login';
}

/** What the pane says came of signing out. An end that was not proved does not count. */
async function seeItEnd(pane: Locator): Promise<PlayedServer['ended']> {
  const words = {
    'Revoked, and proved.': 'revoked',
    'Signed out at the server, and proved.': 'logged-out',
    'Signed out here. The tokens are forgotten.': 'unsupported',
  } as const;
  const notice = pane.getByText(/^(Revoked|Signed out)\b.*\.$/).first();
  const said = await notice.innerText();
  return Object.entries(words).find(([text]) => text === said)?.[1] ?? null;
}
