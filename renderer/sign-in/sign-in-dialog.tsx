import { type ReactNode, useRef } from 'react';
import { useGuardedClose } from '../dialogs/guarded-close.ts';
import { isQuestion, ProblemNotice } from '../dialogs/problem-notice.tsx';
import { useFaultFocus } from '../dialogs/use-fault-focus.ts';
import { EnvironmentTag } from '../session/environment-tag.tsx';
import { hostOf } from '../state/address.ts';
import { showScreen } from '../state/overlay.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { KindMark } from '../ui/kind-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';
import { DemoNotice } from './demo-notice.tsx';
import { FieldList } from './field-list.tsx';
import { LoginChoice } from './login-choice.tsx';
import { LoginProgress } from './login-progress.tsx';
import { NoLogin } from './no-login.tsx';
import { OtherOrigins } from './other-origins.tsx';
import { RememberChoice } from './remember-choice.tsx';
import { SignInFoot, WorkingFoot } from './sign-in-foot.tsx';
import { beginLabel, credentialWords, isServersFault, serverFacts } from './sign-in-view.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { type SignInFormInput, useSignInForm } from './use-sign-in-form.ts';
import { WaitingElsewhere } from './waiting-elsewhere.tsx';

const text = words.signIn;

interface SignInDialogProps extends SignInFormInput {
  /** Stands above the form. */
  readonly intro?: ReactNode;
  readonly submitLabel?: string;
  readonly onClose: () => void;
}

/** Signs in at a server, with whatever its kind asks for. */
export function SignInDialog({ intro, submitLabel, onClose, ...input }: SignInDialogProps) {
  const { server, kind, again } = input;
  const form = useSignInForm(input);
  const { login, chosen, faultField } = form;
  const isWorking = login.attempt !== null;
  /** The user is busy elsewhere, and what was typed here stands in the way. */
  const isAway = isWorking && chosen?.elsewhere !== undefined;
  const closing = useGuardedClose(form.isDirty, onClose);
  const waiting = useGuardedClose(isAway, login.stop);
  const root = useRef<HTMLDivElement>(null);
  useFaultFocus(root, form.faults);
  useFocusReturn(root, isAway);

  if (!chosen) return <NoLogin server={server} kind={kind} onClose={onClose} />;

  const context = {
    server: server.name,
    credentials: credentialWords(chosen),
    codeSent: form.codeSent,
    ...(kind.notes.slowFailure && { slowFailure: kind.notes.slowFailure }),
  };
  const notice = login.problem && (
    <ProblemNotice
      problem={login.problem}
      context={context}
      action={
        isServersFault(login.problem) && (
          <Button onClick={() => showScreen({ view: 'edit-server', serverId: server.id })}>
            {text.editServer}
          </Button>
        )
      }
    />
  );
  const isFault = login.problem !== null && !isQuestion(login.problem, context);
  const mayRegister = kind.can.register && !again && !input.carried;

  return (
    <Dialog
      title={text.signInTo(server.name)}
      subtitle={
        <>
          <EnvironmentTag environment={server.environment} />{' '}
          {again ? text.asProfile(again.session.name, serverFacts(server)) : serverFacts(server)}
        </>
      }
      mark={<KindMark icon={kind.icon} size="l" />}
      isSticky={form.isDirty || isWorking}
      onClose={isWorking ? waiting.request : closing.request}
    >
      <DialogForm
        ref={root}
        onSubmit={() => {
          waiting.keep();
          void form.submit();
        }}
        foot={
          isWorking ? (
            <WorkingFoot
              note={kind.notes.slowFailure}
              waiting={waiting}
              stopLabel={isAway ? text.cancel : text.stop}
              onStop={login.stop}
            />
          ) : (
            <SignInFoot
              submitLabel={isFault ? text.tryAgain : (submitLabel ?? beginLabel(chosen))}
              closing={closing}
              onDiscard={onClose}
              registerAt={mayRegister ? server.id : undefined}
            />
          )
        }
      >
        {intro}
        {server.demo && <DemoNotice />}
        {server.plainHttp && server.allowPlainHttp && (
          <Notice tone="caution" title={text.plainHttp}>
            <p>{text.plainHttpAdvice}</p>
          </Notice>
        )}
        <OtherOrigins server={server} />
        {isAway && login.attempt ? (
          <WaitingElsewhere attemptId={login.attempt.id} />
        ) : (
          <LoginChoice logins={form.logins} chosen={chosen} onChoose={form.choose} disabled={isWorking}>
            <FieldList
              key={chosen.id}
              fields={form.fields}
              values={form.values}
              onChange={form.change}
              errors={form.missing}
              problem={faultField === null ? null : { fieldId: faultField, notice, isFault }}
              kept={form.kept}
              refused={form.refused}
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
                />
                {!again && (
                  <Field label={text.nameInLanyard} optional error={form.missing.profileName}>
                    {(control) => (
                      <Input
                        control={control}
                        value={form.name}
                        onChange={form.rename}
                        placeholder={text.asServerCallsYou}
                      />
                    )}
                  </Field>
                )}
              </>
            )}
          </LoginChoice>
        )}
        {login.attempt && <LoginProgress attempt={login.attempt} host={hostOf(server.address)} />}
      </DialogForm>
    </Dialog>
  );
}
