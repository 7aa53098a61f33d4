import { type ReactNode, useRef } from 'react';
import { DiscardQuestion } from '../dialogs/discard-question.tsx';
import { useGuardedClose } from '../dialogs/guarded-close.ts';
import { isQuestion, ProblemNotice } from '../dialogs/problem-notice.tsx';
import { useFaultFocus } from '../dialogs/use-fault-focus.ts';
import { hostOf } from '../state/address.ts';
import { openDialog } from '../state/overlay.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogForm, FootNote } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { KindMark } from '../ui/kind-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { FieldList } from './field-list.tsx';
import { LoginProgress } from './login-progress.tsx';
import { RememberChoice } from './remember-choice.tsx';
import styles from './sign-in-dialog.module.css';
import { credentialWords, serverFacts } from './sign-in-view.ts';
import { type SignInFormInput, useSignInForm } from './use-sign-in-form.ts';

interface SignInDialogProps extends SignInFormInput {
  /** Stands above the form. */
  readonly intro?: ReactNode;
  readonly submitLabel?: string;
  readonly onClose: () => void;
}

/** Signs in at a server, with whatever its kind asks for. */
export function SignInDialog({ intro, submitLabel = 'Sign in', onClose, ...input }: SignInDialogProps) {
  const { server, kind, again } = input;
  const form = useSignInForm(input);
  const { login, chosen, faultField } = form;
  const closing = useGuardedClose(form.isDirty, onClose);
  const root = useRef<HTMLDivElement>(null);
  useFaultFocus(root, form.faults);

  if (!chosen) return null;

  const isWorking = login.attempt !== null;
  const context = {
    server: server.name,
    credentials: credentialWords(chosen),
    codeSent: form.codeSent,
    ...(kind.notes.slowFailure && { slowFailure: kind.notes.slowFailure }),
  };
  const notice = login.problem && <ProblemNotice problem={login.problem} context={context} />;
  const isFault = login.problem !== null && !isQuestion(login.problem, context);

  const foot = (
    <>
      {kind.can.register && !again && !input.carried && (
        <Button
          look="ghost"
          size="l"
          className={styles.aside}
          onClick={() => openDialog({ kind: 'register', serverId: server.id })}
        >
          Register instead
        </Button>
      )}
      <Button look="ghost" size="l" onClick={closing.request}>
        Cancel
      </Button>
      <Button look="primary" size="l" type="submit" data-initial-focus>
        {isFault ? 'Try again' : submitLabel}
      </Button>
    </>
  );
  const workingFoot = (
    <>
      {kind.notes.slowFailure && <FootNote>{kind.notes.slowFailure}</FootNote>}
      <Button size="l" onClick={login.stop}>
        Stop
      </Button>
    </>
  );
  const discardFoot = <DiscardQuestion onKeep={closing.keep} onDiscard={onClose} />;

  return (
    <Dialog
      title={`Sign in to ${server.name}`}
      subtitle={again ? `As ${again.session.name}, ${serverFacts(server)}` : serverFacts(server)}
      mark={<KindMark icon={kind.icon} size="l" />}
      isSticky={form.isDirty || isWorking}
      onClose={isWorking ? login.stop : closing.request}
    >
      <DialogForm
        ref={root}
        onSubmit={() => void form.submit()}
        foot={isWorking ? workingFoot : closing.isAsking ? discardFoot : foot}
      >
        {intro}
        {server.plainHttp && server.allowPlainHttp && (
          <Notice tone="caution" title="This server is reached over plain http.">
            <p>Whoever listens on the way can read what you send, and the tokens.</p>
          </Notice>
        )}
        <Tabs
          label="How to sign in"
          tabs={form.logins}
          value={chosen.id}
          onChange={form.choose}
          disabled={isWorking}
        >
          <FieldList
            fields={form.fields}
            values={form.values}
            onChange={form.change}
            errors={form.missing}
            problem={faultField === null ? null : { fieldId: faultField, notice, isFault }}
            kept={form.kept}
            disabled={isWorking}
          />
          {faultField === null && notice}
          {!isWorking && (
            <>
              <RememberChoice
                login={chosen}
                kind={kind}
                checked={form.remember}
                onChange={form.setRemember}
                disabled={isWorking}
              />
              {!again && (
                <Field label="Name in Lanyard" optional error={form.missing.profileName}>
                  {(control) => (
                    <Input
                      control={control}
                      value={form.name}
                      onChange={form.rename}
                      placeholder="As the server calls you"
                    />
                  )}
                </Field>
              )}
            </>
          )}
        </Tabs>
        {login.attempt && (
          <LoginProgress
            attempt={login.attempt}
            serverId={server.id}
            profileId={again?.session.profileId}
            sending={`Signing in at ${hostOf(server.address)}`}
          />
        )}
      </DialogForm>
    </Dialog>
  );
}
