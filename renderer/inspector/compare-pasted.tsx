import { X } from 'lucide-react';
import { useState } from 'react';
import type { Inspection } from '../../electron/contract/inspection.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { CompareTabs } from '../compare/compare-tabs.tsx';
import { CompareView } from '../compare/compare-view.tsx';
import { byItself, tokensOfNow } from '../compare/compared-token.ts';
import { useSessionDetail } from '../session/use-session-detail.ts';
import { useServer, useSession } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import styles from './compare-pasted.module.css';
import { useInspection } from './use-inspection.ts';

const text = words.compare;

/** What a pasted token is compared with: another one that is pasted too, or a session. */
export type Other = { readonly of: 'pasted' } | { readonly of: 'session'; readonly profileId: string };

/** A pasted token beside another. */
export function ComparePasted({
  token,
  other,
  onStop,
}: {
  readonly token: Inspection;
  readonly other: Other;
  readonly onStop: () => void;
}) {
  const session = useSession(other.of === 'session' ? other.profileId : undefined);
  return (
    <section className={styles.compared} aria-label={text.title}>
      {other.of === 'pasted' && <WithPasted token={token} />}
      {session !== undefined && <WithSession token={token} session={session} />}
      {other.of === 'session' && session === undefined && <p>{text.noToken}</p>}
      <Button className={styles.stop} icon={<X />} autoFocus={other.of === 'session'} onClick={onStop}>
        {text.stop}
      </Button>
    </section>
  );
}

function WithPasted({ token }: { readonly token: Inspection }) {
  const [pasted, setPasted] = useState('');
  const said = useInspection(pasted);
  const second = said === 'too-long' ? null : (said?.token ?? null);
  return (
    <>
      <Field label={text.secondToken} error={said === 'too-long' ? words.inspector.tooLong : undefined}>
        {(control) => (
          <Input
            control={control}
            value={pasted}
            onChange={setPasted}
            lines={3}
            placeholder={words.inspector.placeholder}
            autoFocus
          />
        )}
      </Field>
      {second !== null && (
        <CompareView
          first={{ name: text.firstPasted, of: null, compared: byItself(token) }}
          second={{ name: text.secondPasted, of: null, compared: byItself(second) }}
          order="beside"
        />
      )}
    </>
  );
}

function WithSession({ token, session }: { readonly token: Inspection; readonly session: SessionView }) {
  const detail = useSessionDetail(session);
  const server = useServer(session.serverId);
  if (detail === null) return null;
  // Of a pasted token nobody knows which it is: it is held against whichever of the session's is chosen.
  const pasted = byItself(token);
  return (
    <CompareTabs
      first={{ name: text.pasted, of: null, tokens: { access: pasted, refresh: pasted, id: pasted } }}
      second={{ name: session.name, of: server?.name ?? null, tokens: tokensOfNow(session, detail) }}
      order="beside"
    />
  );
}
