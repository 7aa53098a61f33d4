import type { KindView } from '../../electron/contract/server.ts';
import { listed } from '../state/listed.ts';
import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';

const text = words.addServer;

/** Says where else the calls of a kind lead, before anything is typed for it. */
export function FurtherOrigins({ kind }: { readonly kind: KindView }) {
  if (kind.origins.length === 0) return null;
  return (
    <Notice tone="info" title={text.alsoCalls(kind.label, listed(kind.origins))}>
      <p>{text.sentThereToo}</p>
    </Notice>
  );
}
