import { useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import type { ServerKind } from '../../electron/contract/server-kind.ts';
import { ask, asProblem } from '../bridge.ts';
import { type Faults, faultsIn, withoutGaps } from './form-faults.ts';
import { readData } from './kind-data.ts';
import type { KindEditor } from './kind-editor.ts';
import { formOf, type KindForm, kindOf } from './kind-form.ts';

/** What was taken out last, and what the form was before. */
interface Removal {
  readonly words: string;
  readonly before: KindForm;
}

export interface KindEditorState extends KindEditor {
  /** Everything that keeps the description from being saved, whether it is said already or not. */
  readonly all: Faults;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly problem: Problem | null;
  readonly removal: Removal | null;
  /** Grows with every try that calls for a correction. */
  readonly faultCount: number;
  /** The data view as it is typed, where that is laid out in another way than the form's own. */
  readonly typedData: string | null;
  /** True where it is no description yet; the form waits until it is. */
  readonly isDataBroken: boolean;
  readonly typeData: (text: string) => void;
  readonly forgetData: () => void;
  /** Puts another description in the place of the one that is shown. */
  readonly startFrom: (kind: ServerKind, words: string) => void;
  readonly undo: () => void;
  /** Says everything that is wrong, from now on. */
  readonly reveal: () => void;
  readonly save: () => Promise<void>;
}

/** The one state of the editor: what is typed, what is wrong with it, and what came of saving it. */
export function useKindEditor(
  start: ServerKind,
  kindId: string | undefined,
  onSaved: (kindId: string) => void,
): KindEditorState {
  const [original] = useState(() => formOf(start));
  const [form, setForm] = useState(original);
  const [chosenLogin, showLogin] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const [refused, setRefused] = useState<Faults>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [removal, setRemoval] = useState<Removal | null>(null);
  const [faultCount, setFaultCount] = useState(0);
  const [typedData, setTypedData] = useState<string | null>(null);

  const all = { ...refused, ...faultsIn(form) };
  const isDataBroken = typedData !== null && readData(typedData).kind === null;
  const loginIndex = Math.min(chosenLogin, form.logins.length - 1);

  function change(next: KindForm): void {
    setForm(next);
    setTypedData(null);
    setRemoval(null);
    setRefused({});
    setProblem(null);
  }

  function remove(next: KindForm, words: string): void {
    change(next);
    setRemoval({ words, before: form });
  }

  function typeData(text: string): void {
    const { kind } = readData(text);
    if (kind !== null) change({ ...formOf(kind), id: form.id, group: form.group });
    setTypedData(text);
  }

  async function save(): Promise<void> {
    if (isSaving) return;
    setChecked(true);
    if (Object.keys(all).length > 0 || isDataBroken) {
      setFaultCount(faultCount + 1);
      return;
    }
    setSaving(true);
    setProblem(null);
    try {
      const saved = await ask('kind.save', { kind: kindOf(form), ...(kindId !== undefined && { kindId }) });
      onSaved(saved.kindId);
    } catch (thrown) {
      const met = asProblem(thrown);
      setRefused(met.fields ?? {});
      setProblem(met);
      setFaultCount(faultCount + 1);
      setSaving(false);
    }
  }

  return {
    form,
    faults: isChecked ? all : withoutGaps(all),
    all,
    loginIndex,
    isDirty: isDataBroken || JSON.stringify(form) !== JSON.stringify(original),
    isSaving,
    problem,
    removal,
    faultCount,
    typedData,
    isDataBroken,
    change,
    remove,
    showLogin,
    typeData,
    forgetData: () => setTypedData(null),
    startFrom(kind, words) {
      remove(formOf(kind), words);
      showLogin(0);
      setChecked(false);
    },
    undo() {
      if (removal !== null) change(removal.before);
    },
    reveal: () => setChecked(true),
    save,
  };
}
