import type { ServerView } from '../../electron/contract/server.ts';
import { listed } from '../state/listed.ts';
import { Notice } from '../ui/notice.tsx';

/** Says where else the calls of a server lead, before anything is typed for it: its settings may come from somebody else. */
export function OtherOrigins({ server }: { readonly server: ServerView }) {
  if (server.otherOrigins.length === 0) return null;
  return (
    <Notice tone="info" title={`${server.name} also calls ${listed(server.otherOrigins)}.`}>
      <p>What you sign in with and the tokens may be sent there too, as its settings say.</p>
    </Notice>
  );
}
