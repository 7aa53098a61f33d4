import { Copy, GitCompare } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PastedInspection } from '../../electron/contract/inspection.ts';
import { ask } from '../bridge.ts';
import { ChooseSession } from '../compare/choose-session.tsx';
import { isComparable } from '../compare/comparable.ts';
import { showWall } from '../state/overlay.ts';
import { useServer, useSession, useSnapshot } from '../state/snapshot.ts';
import { openPane } from '../state/wall-view.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import { ComparePasted, type Other } from './compare-pasted.tsx';
import { ExpiryLine } from './expiry-line.tsx';
import styles from './inspector-screen.module.css';
import { isProse } from './is-prose.ts';
import { TokenContents } from './token-contents.tsx';
import { useDone } from './use-done.ts';
import { useInspection } from './use-inspection.ts';

const text = words.inspector;

/** Looks into any token that is pasted. It is in this screen alone, and gone with it. */
export function InspectorScreen() {
  const [pasted, setPasted] = useState('');
  const [other, setOther] = useState<Other | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [hasStopped, setStopped] = useState(false);
  const said = useInspection(pasted);
  const found = said === null || said === 'too-long' || said.token === null ? null : said;
  const token = found?.token ?? null;
  const hasSessions = useSnapshot(({ sessions }) => sessions.some(isComparable));

  function type(value: string): void {
    setPasted(value);
    setStopped(false);
    if (value === '') setOther(null);
  }

  function compareWith(next: Other | null): void {
    setStopped(next === null);
    setChoosing(false);
    setOther(next);
  }

  return (
    <section className={styles.panel} aria-label={text.title}>
      <div className={styles.inner}>
        <Field label={text.paste} hint={text.promise} error={said === 'too-long' ? text.tooLong : undefined}>
          {(control) => (
            <Input
              control={control}
              value={pasted}
              onChange={type}
              lines={other === null ? 5 : 3}
              placeholder={text.placeholder}
              autoFocus
            />
          )}
        </Field>
        {found !== null && token !== null && other === null && (
          <Found said={found} token={token} pasted={pasted}>
            <Button
              icon={<GitCompare />}
              autoFocus={hasStopped}
              onClick={() => compareWith({ of: 'pasted' })}
            >
              {words.compare.withToken}
            </Button>
            {hasSessions && <Button onClick={() => setChoosing(true)}>{words.compare.withSession}</Button>}
          </Found>
        )}
        {token !== null && other !== null && (
          <ComparePasted token={token} other={other} onStop={() => compareWith(null)} />
        )}
        {isChoosing && (
          <ChooseSession
            title={words.compare.withSession}
            onChoose={(profileId) => compareWith({ of: 'session', profileId })}
            onClose={() => setChoosing(false)}
          />
        )}
      </div>
    </section>
  );
}

function Found({
  said,
  token,
  pasted,
  children,
}: {
  readonly said: PastedInspection;
  readonly token: NonNullable<PastedInspection['token']>;
  readonly pasted: string;
  /** What the token can be compared with. */
  readonly children: ReactNode;
}) {
  const { done, mark } = useDone();
  const { format, variant, algorithm, claims } = token;
  if (format === 'opaque' && said.heldBy.length === 0 && said.takenOff.includes('space') && isProse(pasted)) {
    return (
      <section className={styles.found} aria-label={text.claims}>
        <header>
          <h2>{text.prose}</h2>
          <p>{text.proseAdvice}</p>
        </header>
      </section>
    );
  }
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
      <div className={styles.actions}>{children}</div>
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
