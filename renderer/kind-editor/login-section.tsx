import { Menu } from '@base-ui/react/menu';
import { Plus, Trash2 } from 'lucide-react';
import { blankKind } from '../../electron/contract/own-kind.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { MenuItem, MenuPopup } from '../ui/menu.tsx';
import { words } from '../words/words.ts';
import { FieldCards } from './field-cards.tsx';
import { GrantFields } from './grant-fields.tsx';
import type { KindEditor } from './kind-editor.ts';
import { formOf, type LoginForm } from './kind-form.ts';
import { KindSection } from './kind-section.tsx';
import { LoginChoice } from './login-choice.tsx';
import styles from './login-section.module.css';
import { nameFor } from './placeholder-names.ts';
import { RequestEditor } from './request-editor.tsx';
import { TextField } from './text-field.tsx';

const said = words.kindCalls;
const rows = words.kindRows;

/** How one signs in: what is asked for, what is sent, and where the answer holds the tokens. */
export function LoginSections({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, loginIndex, change, remove } = editor;
  const login = form.logins[loginIndex];
  if (login === undefined) return null;
  const at = `logins.${loginIndex}`;
  const put = (next: LoginForm) => ({
    ...form,
    logins: form.logins.map((each, index) => (index === loginIndex ? next : each)),
  });
  const request = 'request' in login ? login.request : undefined;

  return (
    <>
      <KindSection
        title={said.signIn}
        intro={said.signInIntro}
        aside={<LoginActions editor={editor} login={login} />}
      >
        <LoginChoice editor={editor}>
          {(form.logins.length > 1 || faults[`${at}.label`] !== undefined) && (
            <TextField
              label={said.nameOfWay}
              value={login.label}
              onChange={(label) => change(put({ ...login, label }))}
              faults={faults}
              at={`${at}.label`}
            />
          )}
          <FieldCards
            key={`${loginIndex} of ${form.logins.length}`}
            fields={login.fields}
            at={`${at}.fields`}
            faults={faults}
            rows={rows.field}
            onChange={(fields) => change(put({ ...login, fields: [...fields] }))}
            onRemove={(fields, words) => remove(put({ ...login, fields: [...fields] }), words)}
          />
          {!('paste' in login) && !('flow' in login) && (
            <Checkbox
              label={said.canRepeat}
              hint={said.canRepeatHint}
              checked={login.canRepeat}
              onChange={(canRepeat) => change(put({ ...login, canRepeat }))}
            />
          )}
          {'paste' in login && <p className={styles.words}>{said.nothingSent}</p>}
        </LoginChoice>
      </KindSection>
      {request && (
        <KindSection title={said.loginRequest} intro={introOf(login)}>
          <RequestEditor
            editor={editor}
            request={request}
            at={`${at}.request`}
            place={'flow' in login ? 'later' : { login: loginIndex }}
            put={(next) => put({ ...login, request: next } as LoginForm)}
          />
        </KindSection>
      )}
      <KindSection title={said.loginAnswer} intro={said.loginAnswerIntro}>
        <GrantFields
          grant={form.grant}
          at="grant"
          faults={faults}
          onChange={(grant) => change({ ...form, grant })}
        />
      </KindSection>
    </>
  );
}

function LoginActions({ editor, login }: { readonly editor: KindEditor; readonly login: LoginForm }) {
  const { form, loginIndex } = editor;

  function add(isPaste: boolean): void {
    const taken = form.logins.map(({ id }) => id);
    const label = isPaste ? said.pasteTokens : said.anotherWay;
    const added = { ...(isPaste ? pasteLogin : blankLogin), label, id: nameFor(label, taken) } as LoginForm;
    editor.change({ ...form, logins: [...form.logins, added] });
    editor.showLogin(form.logins.length);
  }

  return (
    <span className={styles.actions}>
      {form.logins.length > 1 && (
        <Button
          look="ghost"
          icon={<Trash2 />}
          onClick={() => {
            const logins = form.logins.filter((_, index) => index !== loginIndex);
            editor.remove({ ...form, logins }, said.theWay(login.label));
          }}
        >
          {said.removeWay}
        </Button>
      )}
      <Menu.Root modal={false}>
        <Menu.Trigger render={<Button look="ghost" icon={<Plus />} />}>{said.anotherWay}</Menu.Trigger>
        <MenuPopup label={said.anotherWayMenu}>
          <MenuItem onChoose={() => add(false)}>{said.withRequest}</MenuItem>
          <MenuItem onChoose={() => add(true)}>{said.byPasting}</MenuItem>
        </MenuPopup>
      </Menu.Root>
    </span>
  );
}

function introOf(login: LoginForm): string {
  return 'flow' in login ? said.sentAfterwards : said.sentNow;
}

const [blankLogin] = formOf(blankKind).logins;
const pastedToken = { type: 'multiline', secret: true, optional: true, keep: 'never' } as const;
const pasteLogin: LoginForm = {
  id: '',
  label: '',
  canRepeat: false,
  paste: true,
  fields: [
    { ...pastedToken, id: 'accessToken', label: said.accessToken },
    { ...pastedToken, id: 'refreshToken', label: said.refreshToken },
  ],
};
