import { useEffect, useRef, useState } from 'react';
import { askedFields } from '../../electron/contract/asked-fields.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Field } from '../../electron/contract/server.ts';
import type { Tried, TriedCall } from '../../electron/contract/try-out.ts';
import { ask, asProblem } from '../bridge.ts';
import { type FormValues, missingFields, shownValue, valuesToSend } from '../sign-in/form-values.ts';
import { words } from '../words/words.ts';
import { faultsIn } from './form-faults.ts';
import { type KindForm, kindOf } from './kind-form.ts';
import type { KindEditorState } from './use-kind-editor.ts';

const said = words.kindAnswer;

/** One step of a dry run, and what came of it. */
export type Run =
  | { readonly phase: 'asking'; readonly isSent: boolean }
  | {
      readonly phase: 'done';
      readonly isSent: boolean;
      readonly tried: Tried;
      /** What was tried: the form may have changed since. */
      readonly form: KindForm;
    }
  | { readonly phase: 'failed'; readonly problem: Problem }
  /** The description has faults, which the form shows. */
  | { readonly phase: 'unready' }
  /** What the login takes is still to be typed, by field id. */
  | { readonly phase: 'missing'; readonly fields: FormValues };

export interface TryOut {
  readonly address: string;
  readonly allowPlainHttp: boolean;
  /** What is asked for as the rest stands, of the server and of the login. */
  readonly settingFields: readonly Field[];
  readonly fields: readonly Field[];
  readonly settings: FormValues;
  readonly values: FormValues;
  readonly runs: Readonly<Partial<Record<TriedCall, Run>>>;
  readonly isBusy: boolean;
  readonly holds: Tried['holds'];
  readonly typeAddress: (address: string) => void;
  readonly setPlainHttp: (allow: boolean) => void;
  readonly changeSetting: (id: string, value: string) => void;
  readonly changeValue: (id: string, value: string) => void;
  readonly run: (call: TriedCall, isSent: boolean) => Promise<void>;
  /** Gives up what is under way, and forgets what was won. */
  readonly stop: () => void;
}

interface Where {
  readonly address: string;
  readonly allowPlainHttp: boolean;
  readonly caPem?: string | undefined;
}

const nothing = { accessToken: false, refreshToken: false };

/** Tries the description out at a server, call by call. What it wins stays in main, and goes when the editor closes. */
export function useTryOut(editor: KindEditorState, start: Where): TryOut {
  const { form, loginIndex } = editor;
  const [where, setWhere] = useState(start);
  const [typedSettings, setTypedSettings] = useState<FormValues>({});
  const [typed, setTyped] = useState<FormValues>({});
  const [runs, setRuns] = useState<TryOut['runs']>({});
  const [holds, setHolds] = useState<Tried['holds']>(nothing);
  const tryOutId = useRef<string>(null);
  const login = form.logins[loginIndex];
  const allFields = (login?.fields ?? []).filter(isNamed);
  const allSettings = form.settings.filter(isNamed);
  const settings = Object.fromEntries(
    allSettings.map((field) => [field.id, shownValue(field, typedSettings)]),
  );
  const values = Object.fromEntries(allFields.map((field) => [field.id, shownValue(field, typed)]));
  const server = { fields: allSettings, values: settings };
  const settingFields = askedFields(server);
  const fields = askedFields({ fields: allFields, values }, server);

  useEffect(() => () => end(tryOutId.current), []);

  function put(call: TriedCall, run: Run): void {
    setRuns((before) => ({ ...before, [call]: run }));
  }

  async function run(call: TriedCall, isSent: boolean): Promise<void> {
    if (isAsking(runs)) return;
    // A name is needed to keep a description, not to try it.
    const described = form.label === '' ? { ...form, label: said.dryRun } : form;
    if (Object.keys(faultsIn(described)).length > 0 || editor.isDataBroken) {
      editor.reveal();
      put(call, { phase: 'unready' });
      return;
    }
    // A request is shown with what is there; only one that goes out has to be whole.
    const missing =
      isSent && call === 'login'
        ? missingFields([...settingFields, ...fields], { ...settings, ...values })
        : {};
    if (Object.keys(missing).length > 0) {
      put(call, { phase: 'missing', fields: missing });
      return;
    }
    tryOutId.current ??= crypto.randomUUID();
    const id = tryOutId.current;
    put(call, { phase: 'asking', isSent });
    try {
      const tried = await ask('kind.tryOut', {
        tryOutId: id,
        kind: kindOf(described),
        ...where,
        address: where.address.trim(),
        // An empty one is sent too: it takes the place of what the setting begins with.
        settings: Object.fromEntries(settingFields.map(({ id: name }) => [name, settings[name] ?? ''])),
        loginId: login?.id ?? '',
        fields: valuesToSend(fields, values),
        call,
        send: isSent,
      });
      if (tryOutId.current !== id) return;
      setHolds(tried.holds);
      put(call, { phase: 'done', isSent, tried, form });
    } catch (thrown) {
      if (tryOutId.current === id) put(call, { phase: 'failed', problem: asProblem(thrown) });
    }
  }

  function stop(): void {
    end(tryOutId.current);
    tryOutId.current = null;
    setHolds(nothing);
    setRuns({});
  }

  return {
    address: where.address,
    allowPlainHttp: where.allowPlainHttp,
    settingFields,
    fields,
    settings,
    values,
    runs,
    isBusy: isAsking(runs),
    holds,
    typeAddress: (address) => setWhere({ ...where, address }),
    setPlainHttp: (allowPlainHttp) => setWhere({ ...where, allowPlainHttp }),
    changeSetting: (id, value) => setTypedSettings({ ...typedSettings, [id]: value }),
    changeValue: (id, value) => setTyped({ ...typed, [id]: value }),
    run,
    stop,
  };
}

/** A field whose name is still to be typed can hold nothing. */
function isNamed({ id }: Field): boolean {
  return id !== '';
}

function isAsking(runs: TryOut['runs']): boolean {
  return Object.values(runs).some(({ phase }) => phase === 'asking');
}

/** What is left of a dry run is forgotten at the latest when Lanyard locks or quits. */
function end(tryOutId: string | null): void {
  if (tryOutId !== null) ask('kind.endTryOut', { tryOutId }).catch(() => undefined);
}
