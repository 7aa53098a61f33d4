import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { PastedInspection } from '../../electron/contract/inspection.ts';
import { ask } from '../bridge.ts';
import { showWall } from '../state/overlay.ts';
import { useServer, useSession } from '../state/snapshot.ts';
import { openPane } from '../state/wall-view.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import { ExpiryLine } from './expiry-line.tsx';
import styles from './inspector-screen.module.css';
import { TokenContents } from './token-contents.tsx';
import { useDone } from './use-done.ts';
import { useInspection } from './use-inspection.ts';

const text = words.inspector;

/** Looks into any token that is pasted. It is in this screen alone, and gone with it. */
export function InspectorScreen() {
  const [pasted, setPasted] = useState('');
  const said = useInspection(pasted);
  return (
    <section className={styles.panel} aria-label={text.title}>
      <div className={styles.inner}>
        <Field label={text.paste} hint={text.promise} error={said === 'too-long' ? text.tooLong : undefined}>
          {(control) => (
            <Input
              control={control}
              value={pasted}
              onChange={setPasted}
              lines={5}
              placeholder={text.placeholder}
              autoFocus
            />
          )}
        </Field>
        {said !== null && said !== 'too-long' && said.token !== null && (
          <Found said={said} token={said.token} pasted={pasted} />
        )}
      </div>
    </section>
  );
}

function Found({
  said,
  token,
  pasted,
}: {
  readonly said: PastedInspection;
  readonly token: NonNullable<PastedInspection['token']>;
  readonly pasted: string;
}) {
  const { done, mark } = useDone();
  const { format, variant, algorithm, claims } = token;
  return (
    <section className={styles.found} aria-label={text.claims}>
      <header>
        <h2>
          {text.formats[format](variant)}
          {algorithm !== null && text.signedWith(algorithm)}
        </h2>
        {claims.length > 0 && <ExpiryLine claims={claims} />}
        {claims.length > 0 && <p>{text.notVerified}</p>}
        {said.takenOff.length > 0 && <p>{text.tookOff(said.takenOff)}</p>}
        {said.heldBy.map((holder) => (
          <Holder key={`${holder.profileId} ${holder.token}`} {...holder} />
        ))}
      </header>
      <TokenContents
        token={token}
        actions={
          <Button
            icon={<Copy />}
            doneLabel={text.copied}
            done={done}
            onClick={() => mark(() => ask('token.copyClaims', { text: pasted }))}
          >
            {text.copyClaims}
          </Button>
        }
      />
    </section>
  );
}

function Holder({ profileId, token }: PastedInspection['heldBy'][number]) {
  const session = useSession(profileId);
  const server = useServer(session?.serverId);
  if (session === undefined || server === undefined) return null;
  return (
    <p className={styles.holder}>
      {text.heldBy(text.tokens[token], session.name, server.name)}
      <Button
        onClick={() => {
          showWall();
          openPane(profileId);
        }}
      >
        {text.showSession}
      </Button>
    </p>
  );
}
