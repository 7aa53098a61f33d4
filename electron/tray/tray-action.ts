import type { CopyFormat } from '../contract/copy-formats.ts';
import type { Place } from '../contract/place.ts';
import type { QuietSpan } from '../contract/quiet-span.ts';

/** What a line of the tray's menu asks for. */
export type TrayAction =
  | { readonly to: 'copy'; readonly profileId: string; readonly format: CopyFormat }
  | { readonly to: 'refresh'; readonly profileId: string }
  | { readonly to: 'refresh-all' }
  | { readonly to: 'lock' }
  | { readonly to: 'be-quiet'; readonly span: QuietSpan }
  | { readonly to: 'go'; readonly place: Place }
  | { readonly to: 'open' }
  | { readonly to: 'quit' };
