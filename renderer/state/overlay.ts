import type { CopyFormat } from '../../electron/contract/copy-formats.ts';
import type { RequestDraft } from '../../electron/contract/request-draft.ts';
import type { ServerKind } from '../../electron/contract/server-kind.ts';
import type { TypedServer } from '../add-server/server-form.ts';
import { createStore, useStore } from './store.ts';

/** The screen that fills the window beside the sidebar. */
export type Screen =
  | { readonly view: 'wall' }
  /** With what was typed of the server before another screen took the place of this one. */
  | { readonly view: 'add-server'; readonly typed?: TypedServer }
  | { readonly view: 'edit-server'; readonly serverId: string }
  /** Describes a kind of server, a new one or the one that is named; goes back to the server that is being added, if one is. */
  | {
      readonly view: 'kind-editor';
      readonly kindId?: string;
      /** What a new description begins as. */
      readonly start?: ServerKind;
      readonly typed?: TypedServer;
    }
  /** With the heading of the section that is gone to. */
  | { readonly view: 'settings'; readonly section?: string }
  /** A token to look into that is pasted there. */
  | { readonly view: 'inspector' };

/** The dialog that lies above the screen. */
export type OpenDialog =
  | {
      readonly kind: 'sign-in';
      readonly serverId: string;
      readonly profileId?: string;
      readonly loginId?: string;
      /** Values that are known beforehand, none of them secret: even a demo's password is none. */
      readonly carried?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'register'; readonly serverId: string }
  | { readonly kind: 'confirm-remove-profile'; readonly profileId: string }
  | { readonly kind: 'confirm-remove-server'; readonly serverId: string }
  | { readonly kind: 'confirm-remove-kind'; readonly kindId: string }
  | { readonly kind: 'rename'; readonly profileId: string }
  | { readonly kind: 'profile-settings'; readonly profileId: string }
  | {
      readonly kind: 'copy-ending';
      readonly profileId: string;
      readonly format: CopyFormat;
      readonly request?: RequestDraft;
      readonly endsAt: number;
    }
  | { readonly kind: 'copy-timeline'; readonly profileId: string }
  /** Two sessions side by side; the second is asked for. */
  | { readonly kind: 'compare'; readonly profileId: string }
  /** One session before and after its tokens were replaced. */
  | { readonly kind: 'compare-before'; readonly profileId: string }
  | { readonly kind: 'confirm-remove-many'; readonly profileIds: readonly string[] }
  | { readonly kind: 'tags'; readonly profileIds: readonly string[] }
  /** Of one server, of those that are chosen, or of all. */
  | { readonly kind: 'revoke-all'; readonly serverId?: string; readonly profileIds?: readonly string[] };

export interface Overlay {
  readonly screen: Screen;
  readonly dialog: OpenDialog | null;
  /** The screen that was asked for while the one that is shown is held. */
  readonly waiting: Screen | null;
}

const overlay = createStore<Overlay>({ screen: { view: 'wall' }, dialog: null, waiting: null });

let isHeld = false;

/** Shows a screen; a dialog that was open above the last one is closed. A held screen asks its user first. */
export function showScreen(screen: Screen): void {
  if (!isHeld) overlay.set({ screen, dialog: null, waiting: null });
  else overlay.set({ ...overlay.get(), dialog: null, waiting: screen });
}

/** Goes back to the wall. */
export function showWall(): void {
  showScreen({ view: 'wall' });
}

/** Goes back to where the screen was opened from; while it asks whether it may be left, it stays. */
export function leaveScreen(): void {
  const { screen, waiting } = overlay.get();
  if (waiting !== null) stayOnScreen();
  else if (screen.view !== 'kind-editor') showWall();
  else if (screen.typed === undefined) showScreen({ view: 'settings' });
  else showScreen({ view: 'add-server', typed: screen.typed });
}

/** Holds the screen that is shown, because leaving it would lose something. Let go, it gives way to one that waits. */
export function holdScreen(held: boolean): void {
  isHeld = held;
  const { waiting } = overlay.get();
  if (!held && waiting !== null) showScreen(waiting);
}

/** Stays on a held screen, whatever was asked for. */
export function stayOnScreen(): void {
  overlay.set({ ...overlay.get(), waiting: null });
}

/** Opens a dialog, in place of one that is open. */
export function openDialog(dialog: OpenDialog): void {
  overlay.set({ ...overlay.get(), dialog });
}

export function closeDialog(): void {
  overlay.set({ ...overlay.get(), dialog: null });
}

export function useScreen(): Screen {
  return useStore(overlay, (value) => value.screen);
}

/** True while a held screen has to ask whether it may be left. */
export function useIsScreenWaiting(): boolean {
  return useStore(overlay, ({ waiting }) => waiting !== null);
}

export function useOpenDialog(): OpenDialog | null {
  return useStore(overlay, (value) => value.dialog);
}
