import { PreviewCard } from '@base-ui/react/preview-card';

/** The one card of the strip; its payload says by which session a mark is known. */
export const stripCard = PreviewCard.createHandle<string>();

/** Whether what is opened next is also gone into. */
let isToBeEntered = false;

export function closeStripCard(): void {
  isToBeEntered = false;
  stripCard.close();
}

/** Opens the card of a mark and gives the focus to the first session in it. */
export function enterStripCard(profileId: string): void {
  const open = document.querySelector(`[data-strip-card="${CSS.escape(profileId)}"]`);
  if (open === null) {
    isToBeEntered = true;
    stripCard.open(triggerId(profileId));
  } else open.querySelector('button')?.focus();
}

/** True once after a card was opened to be gone into. */
export function takeEntry(): boolean {
  const was = isToBeEntered;
  isToBeEntered = false;
  return was;
}

/** The mark whose card was closed by hand while the focus goes back to it, which is no reason to open it again. */
let dismissedId: string | null = null;

/** Closes the card of a mark for as long as the focus stays on the mark. */
export function dismissStripCard(profileId: string): void {
  dismissedId = triggerId(profileId);
  closeStripCard();
}

export function isDismissed(trigger: string | undefined): boolean {
  return trigger !== undefined && trigger === dismissedId;
}

/** The focus has left a mark: its card may open again. */
export function forgetDismissed(): void {
  dismissedId = null;
}

/** What the button of a mark is known by. */
export function triggerId(profileId: string): string {
  return `mark-${profileId}`;
}
