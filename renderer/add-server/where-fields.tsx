import { FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { KindView, ServerView } from '../../electron/contract/server.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { hostOf, isOpenHttp, isSameAddress, isSameOrigin, withoutPath } from '../state/typed-address.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';
import styles from './add-server-screen.module.css';
import { describesServer, isTypedCommand } from './describes-server.ts';
import { EnvironmentField } from './environment-field.tsx';
import { ProbeLine } from './probe-line.tsx';
import { probeWords } from './probe-words.ts';
import type { ServerFormState } from './use-server-form.ts';

const said = words.addServer;

interface WhereFieldsProps {
  readonly state: ServerFormState;
  readonly existing: ServerView | undefined;
  readonly kinds: readonly KindView[];
  /** The problem that main met, for the field it names. */
  readonly notice: ReactNode;
}

/** Address and name of a server, what answers there, and what to know before it is used. */
export function WhereFields({ state, existing, kinds, notice }: WhereFieldsProps) {
  const { typed, form, missing, problem, probe } = state;
  const movesAway =
    existing !== undefined && typed.address.trim() !== '' && !isSameOrigin(typed.address, existing.address);
  const twin = useSnapshot((snapshot) =>
    existing ? undefined : snapshot.servers.find(({ address }) => isSameAddress(address, typed.address)),
  );
  const isUnknown = probe.phase === 'answered' && probe.result.answered && probe.result.matches.length === 0;
  const origin = withoutPath(typed.address);

  return (
    <div className={styles.where}>
      <Field
        label={said.address}
        error={missing.address}
        problem={problem?.field === 'address' ? notice : undefined}
      >
        {(control) => (
          <Input
            control={control}
            value={typed.address}
            onChange={state.typeAddress}
            inputMode="url"
            placeholder="https://api.example.com"
            required
            autoFocus={existing === undefined}
            onBlur={state.lookNow}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain');
              if (existing || !describesServer(text)) return;
              event.preventDefault();
              state.readText(text);
            }}
            onEnter={(event) => {
              if (!existing && isTypedCommand(typed.address)) {
                event.preventDefault();
                state.readText(typed.address);
              } else if (state.lookNow()) event.preventDefault();
            }}
          />
        )}
      </Field>
      <Field label={said.name} error={missing.name} problem={problem?.field === 'name' ? notice : undefined}>
        {(control) => (
          <Input
            control={control}
            value={form.name}
            onChange={(name) => state.change({ name }, 'name')}
            required
          />
        )}
      </Field>
      <div className={styles.wide}>
        <div className={styles.probe}>
          <ProbeLine words={probeWords(probe, kinds, existing?.kindId, state.isDescribed)} />
          {isUnknown && origin !== null && (
            <Button look="ghost" className={styles.again} onClick={() => state.lookAt(origin)}>
              {said.tryOrigin(hostOf(origin))}
            </Button>
          )}
          {canLookAgain(state, existing) && (
            <Button look="ghost" className={styles.again} onClick={state.lookAgain}>
              {said.lookAgain}
            </Button>
          )}
        </div>
        {twin !== undefined && (
          <Notice tone="info" title={said.isKept(twin.name)}>
            <p>{said.isKeptAdvice}</p>
          </Notice>
        )}
        {(isOpenHttp(typed.address) || typed.allowPlainHttp) && (
          <Checkbox
            label={said.allowPlainHttp}
            hint={said.plainHttpHint}
            checked={typed.allowPlainHttp}
            onChange={(allowPlainHttp) => state.change({ allowPlainHttp }, 'allowPlainHttp')}
          />
        )}
        {movesAway && (
          <Notice tone="caution" title={said.movesAway}>
            <p>{said.movesAwayAdvice}</p>
          </Notice>
        )}
      </div>
      {!existing && (
        <p className={styles.open}>
          <span>{said.orPaste}</span>
          <Button
            look="ghost"
            icon={<FolderOpen size={14} aria-hidden="true" />}
            disabled={state.reading.isReading}
            onClick={() => state.readText(null)}
          >
            {said.openFile}
          </Button>
        </p>
      )}
      <EnvironmentField state={state} />
    </div>
  );
}

/** A server that is there is asked when the user wants it, and one that is silent or says nothing of itself may be asked again. */
function canLookAgain({ probe, typed }: ServerFormState, existing: ServerView | undefined): boolean {
  if (typed.address.trim() === '' || probe.phase === 'asking') return false;
  if (probe.phase === 'idle') return existing !== undefined;
  if (probe.phase === 'answered') return !probe.result.answered || probe.result.matches.length === 0;
  return probe.problem.code !== 'address-invalid' && probe.problem.code !== 'plain-http-refused';
}
