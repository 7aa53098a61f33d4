import type { KindView } from '../../electron/contract/server.ts';
import { listed } from '../state/listed.ts';
import { Notice } from '../ui/notice.tsx';

/** Says where else the calls of a kind lead, before anything is typed for it. */
export function FurtherOrigins({ kind }: { readonly kind: KindView }) {
  if (kind.origins.length === 0) return null;
  return (
    <Notice tone="info" title={`${kind.label} also calls ${listed(kind.origins)}.`}>
      <p>Credentials and tokens of this server are sent there too, as its description says.</p>
    </Notice>
  );
}
