import type { ReactNode } from 'react';
import type { LoginView } from '../../electron/contract/server.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { words } from '../words/words.ts';

const text = words.signIn;

/** More of them than this do not fit beside each other. */
const mostTabs = 3;

const label = text.howToSignIn;

interface LoginChoiceProps {
  readonly logins: readonly LoginView[];
  readonly chosen: LoginView;
  readonly onChoose: (loginId: string) => void;
  readonly disabled: boolean;
  readonly children: ReactNode;
}

/** The ways to sign in above the form of the chosen one: as tabs, or as a list where there are many. */
export function LoginChoice({ logins, chosen, onChoose, disabled, children }: LoginChoiceProps) {
  if (logins.length <= mostTabs) {
    return (
      <Tabs label={label} tabs={logins} value={chosen.id} onChange={onChoose} disabled={disabled}>
        {children}
      </Tabs>
    );
  }
  const options = logins.map((login) => ({ value: login.id, label: login.label }));
  return (
    <>
      <Field label={label}>
        {(control) => (
          <Select
            control={control}
            value={chosen.id}
            options={options}
            onChange={onChoose}
            disabled={disabled}
          />
        )}
      </Field>
      {children}
    </>
  );
}
