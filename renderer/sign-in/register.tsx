import { useRef, useState } from 'react';
import { askedFields } from '../../electron/contract/asked-fields.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Field, KindView, ServerView } from '../../electron/contract/server.ts';
import { ask, asProblem } from '../bridge.ts';
import { DiscardQuestion } from '../dialogs/discard-question.tsx';
import { useGuardedClose } from '../dialogs/guarded-close.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { useFaultFocus } from '../dialogs/use-fault-focus.ts';
import { useKind, useServer } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogForm, FootNote } from '../ui/dialog.tsx';
import { KindMark } from '../ui/kind-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';
import { FieldList } from './field-list.tsx';
import { type FormValues, missingFields, shownValue, valuesToSend } from './form-values.ts';
import { SignInDialog } from './sign-in-dialog.tsx';
import { problemField, serverFacts } from './sign-in-view.ts';
import { without } from './use-sign-in-form.ts';

const text = words.signIn;

/** A longer name does not fit into a button. */
const longestName = 32;

interface RegisterProps {
  readonly serverId: string;
  readonly onDone: (profileId: string) => void;
  readonly onClose: () => void;
}

/** Creates a user at a server, and offers to sign in as that user at once, with what was just typed. */
export function Register({ serverId, onDone, onClose }: RegisterProps) {
  const server = useServer(serverId);
  const kind = useKind(server?.kindId);
  const [registered, setRegistered] = useState<FormValues | null>(null);

  if (!server || !kind?.register) return null;
  if (registered === null) {
    return (
      <RegisterDialog
        server={server}
        kind={kind}
        fields={kind.register}
        onRegistered={setRegistered}
        onClose={onClose}
      />
    );
  }

  const user = registered.username;
  return (
    <SignInDialog
      server={server}
      kind={kind}
      loginId={loginAfter(kind)}
      carried={registered}
      intro={
        <Notice tone="ok" title={text.isRegistered(user ?? null, server.name)} isAlert>
          <p>{text.noTokenYet}</p>
        </Notice>
      }
      submitLabel={user === undefined || user.length > longestName ? text.signInNow : text.signInAsNow(user)}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

interface RegisterDialogProps {
  readonly server: ServerView;
  readonly kind: KindView;
  readonly fields: readonly Field[];
  readonly onRegistered: (values: FormValues) => void;
  readonly onClose: () => void;
}

function RegisterDialog({ server, kind, fields: all, onRegistered, onClose }: RegisterDialogProps) {
  const [typed, setTyped] = useState<FormValues>({});
  const [missing, setMissing] = useState<FormValues>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [faults, setFaults] = useState(0);
  const isDirty = Object.values(typed).some((value) => value !== '');
  const closing = useGuardedClose(isDirty, onClose);
  const root = useRef<HTMLDivElement>(null);
  useFaultFocus(root, faults);

  const values = Object.fromEntries(all.map((field) => [field.id, shownValue(field, typed)]));
  const fields = askedFields({ fields: all, values }, { fields: kind.settings, values: server.settings });
  const faultField = problemField(problem, fields);
  const notice = problem && <ProblemNotice problem={problem} context={{ server: server.name }} />;

  async function submit(): Promise<void> {
    if (isWorking) return;
    const stillMissing = missingFields(fields, values);
    setMissing(stillMissing);
    setProblem(null);
    if (Object.keys(stillMissing).length > 0) {
      setFaults(faults + 1);
      return;
    }
    setWorking(true);
    const sent = valuesToSend(fields, values);
    try {
      await ask('server.register', { serverId: server.id, fields: sent });
      onRegistered(sent);
    } catch (thrown) {
      const met = asProblem(thrown);
      setProblem(met);
      setMissing(met.fields ?? {});
      setFaults(faults + 1);
      setWorking(false);
    }
  }

  return (
    <Dialog
      title={text.registerAt(server.name)}
      subtitle={serverFacts(server)}
      mark={<KindMark icon={kind.icon} size="l" />}
      isSticky={isDirty || isWorking}
      onClose={isWorking ? closing.keep : closing.request}
    >
      <DialogForm
        ref={root}
        onSubmit={() => void submit()}
        foot={
          closing.isAsking ? (
            <DiscardQuestion onKeep={closing.keep} onDiscard={onClose} />
          ) : (
            <>
              {isWorking && <FootNote>{text.waitingFor(server.name)}</FootNote>}
              <Button look="ghost" size="l" onClick={closing.request} disabled={isWorking}>
                {text.cancel}
              </Button>
              <Button look="primary" size="l" type="submit" disabled={isWorking}>
                {isWorking ? text.registering : text.register}
              </Button>
            </>
          )
        }
      >
        <FieldList
          fields={fields}
          values={values}
          onChange={(fieldId, value) => {
            setTyped({ ...typed, [fieldId]: value });
            setMissing(without(missing, fieldId));
            if (fieldId === faultField) setProblem(null);
          }}
          errors={missing}
          problem={faultField === null ? null : { fieldId: faultField, notice }}
          disabled={isWorking}
        />
        {faultField === null && notice}
      </DialogForm>
    </Dialog>
  );
}

/** The login that takes what a registration holds. */
function loginAfter({ logins }: KindView): string | undefined {
  return (logins.find(({ id }) => id === 'password') ?? logins.find(({ canRepeat }) => canRepeat))?.id;
}
