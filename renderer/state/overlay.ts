import { createStore, useStore } from './store.ts';

/** The screen that fills the window beside the sidebar. */
export type Screen =
  | { readonly view: 'wall' }
  | { readonly view: 'add-server' }
  | { readonly view: 'edit-server'; readonly serverId: string }
  | { readonly view: 'settings' };

/** The dialog that lies above the screen. */
export type OpenDialog =
  | {
      readonly kind: 'sign-in';
      readonly serverId: string;
      readonly profileId?: string;
      readonly loginId?: string;
    }
  | { readonly kind: 'register'; readonly serverId: string }
  | { readonly kind: 'confirm-remove-profile'; readonly profileId: string }
  | { readonly kind: 'confirm-remove-server'; readonly serverId: string }
  | { readonly kind: 'rename'; readonly profileId: string }
  | { readonly kind: 'profile-settings'; readonly profileId: string };

export interface Overlay {
  readonly screen: Screen;
  readonly dialog: OpenDialog | null;
}

const overlay = createStore<Overlay>({ screen: { view: 'wall' }, dialog: null });

/** Shows a screen; a dialog that was open above the last one is closed. */
export function showScreen(screen: Screen): void {
  overlay.set({ screen, dialog: null });
}

/** Goes back to the wall. */
export function showWall(): void {
  showScreen({ view: 'wall' });
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

export function useOpenDialog(): OpenDialog | null {
  return useStore(overlay, (value) => value.dialog);
}
