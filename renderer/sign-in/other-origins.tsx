import type { ServerView } from '../../electron/contract/server.ts';
import { listed } from '../state/listed.ts';
import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';

const text = words.signIn;

/** Says where else the calls of a server lead, before anything is typed for it: its settings may come from somebody else. */
export function OtherOrigins({ server }: { readonly server: ServerView }) {
  if (server.otherOrigins.length === 0) return null;
  return (
    <Notice tone="info" title={text.alsoCalls(server.name, listed(server.otherOrigins))}>
      <p>{text.sentThereToo}</p>
    </Notice>
  );
}
