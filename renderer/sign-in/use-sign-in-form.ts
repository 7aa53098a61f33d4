import { useState } from 'react';
import { askedFields } from '../../electron/contract/asked-fields.ts';
import type { Field, KindView, LoginView, ServerView } from '../../electron/contract/server.ts';
import type { SessionDetail, SessionView } from '../../electron/contract/session.ts';
import { nameFault } from '../state/name-fault.ts';
import { type FormValues, missingFields, shownValue, valuesToSend, visibleFields } from './form-values.ts';
import { offeredLogins, problemField, refusedSecrets } from './sign-in-view.ts';
import { type Login, useLogin } from './use-login.ts';

export interface SignInFormInput {
  readonly server: ServerView;
  readonly kind: KindView;
  /** The profile that signs in again, and what is known of its last login. */
  readonly again?: { readonly session: SessionView; readonly detail: SessionDetail | null } | undefined;
  readonly loginId?: string | undefined;
  /** Values that were typed elsewhere, such as in a registration. */
  readonly carried?: FormValues | undefined;
  readonly onDone: (profileId: string) => void;
}

export interface SignInForm {
  readonly logins: readonly LoginView[];
  readonly chosen: LoginView | undefined;
  readonly fields: readonly Field[];
  readonly values: FormValues;
  readonly kept: ReadonlySet<string>;
  /** Ids of kept secrets that the server has refused: sending them again could lock the account. */
  readonly refused: ReadonlySet<string>;
  /** What is missing or cannot be, by field id; `profileName` beside them. */
  readonly missing: FormValues;
  readonly name: string;
  readonly remember: boolean;
  readonly login: Login;
  /** The field that the problem belongs to. */
  readonly faultField: string | null;
  /** True where the last try held a one-time password. */
  readonly codeSent: boolean;
  /** Grows with every answer that calls for a correction, so that the focus can go there once. */
  readonly faults: number;
  readonly isDirty: boolean;
  readonly choose: (loginId: string) => void;
  readonly change: (fieldId: string, value: string) => void;
  readonly rename: (name: string) => void;
  readonly setRemember: (remember: boolean) => void;
  readonly submit: () => Promise<void>;
}

/** What is typed to sign in, and what came of sending it. Whatever goes wrong, what was typed stays. */
export function useSignInForm(input: SignInFormInput): SignInForm {
  const { server, kind, again, carried, onDone } = input;
  const logins = offeredLogins(kind, server);
  const [loginId, choose] = useState(input.loginId ?? again?.session.loginId);
  const [typed, setTyped] = useState<FormValues>({});
  const [name, rename] = useState('');
  const [remember, setRemember] = useState(again?.session.remembered ?? true);
  const [missing, setMissing] = useState<FormValues>({});
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const [refusedHere, setRefusedHere] = useState<readonly string[]>([]);
  const [faults, setFaults] = useState(0);
  const [codeSent, setCodeSent] = useState(false);
  const login = useLogin(onDone);

  const chosen = logins.find(({ id }) => id === loginId) ?? logins[0];
  const visible = visibleFields(chosen?.fields ?? [], asked);
  const keptSecrets = new Set(again?.detail?.keptSecrets ?? []);
  const refused = new Set(
    [...refusedSecrets(again?.session.problem ?? null, visible), ...refusedHere].filter((id) =>
      keptSecrets.has(id),
    ),
  );
  const kept = new Set([...keptSecrets].filter((id) => !refused.has(id)));
  const known = { ...again?.detail?.fields, ...carried };
  const values = Object.fromEntries(visible.map((field) => [field.id, shownValue(field, typed, known)]));
  const settings = { fields: kind.settings, values: server.settings };
  const fields = askedFields({ fields: visible, values }, settings);
  const faultField = problemField(login.problem, fields);

  async function submit(): Promise<void> {
    if (!chosen || login.attempt) return;
    const tooLong = !again && name.trim() !== '' ? nameFault(name) : undefined;
    const stillMissing = { ...missingFields(fields, values, kept), ...(tooLong && { profileName: tooLong }) };
    setMissing(stillMissing);
    login.clearProblem();
    if (Object.keys(stillMissing).length > 0) {
      setFaults((count) => count + 1);
      return;
    }
    setCodeSent(fields.some(({ type }) => type === 'one-time-code'));
    const problem = await login.run({
      serverId: server.id,
      ...(again && { profileId: again.session.profileId }),
      ...(!again && name.trim() !== '' && { name: name.trim() }),
      loginId: chosen.id,
      fields: valuesToSend(fields, values),
      remember: chosen.canRepeat && remember,
    });
    if (problem === null) return;
    const sentFromVault = refusedSecrets(problem, fields).filter((id) => (values[id] ?? '') === '');
    setRefusedHere((before) => [...before, ...sentFromVault]);
    const field = problemField(problem, chosen.fields);
    if (field !== null) setAsked((before) => new Set([...before, field]));
    setMissing(problem.fields ?? {});
    setFaults((count) => count + 1);
  }

  return {
    logins,
    chosen,
    fields,
    values,
    kept,
    refused,
    missing,
    name,
    remember,
    login,
    faultField,
    codeSent,
    faults,
    isDirty: name !== '' || Object.values(typed).some((value) => value !== ''),
    choose(id) {
      choose(id);
      setMissing({});
      login.clearProblem();
    },
    change(fieldId, value) {
      setTyped({ ...typed, [fieldId]: value });
      setMissing(without(missing, fieldId));
      if (fieldId === faultField || login.problem?.code === 'credentials-refused') login.clearProblem();
    },
    rename(next) {
      rename(next);
      setMissing(without(missing, 'profileName'));
    },
    setRemember,
    submit,
  };
}

/** The same values but for one field. */
export function without(values: FormValues, fieldId: string): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([id]) => id !== fieldId));
}
