import { useRef, useState } from 'react';
import type { ServerSketch } from '../../electron/contract/explanation.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { KindView, ServerView } from '../../electron/contract/server.ts';
import type { ServerKind } from '../../electron/contract/server-kind.ts';
import { ask, asProblem } from '../bridge.ts';
import type { FormValues } from '../sign-in/form-values.ts';
import { without } from '../sign-in/use-sign-in-form.ts';
import { useKinds } from '../state/snapshot.ts';
import { looksComplete } from '../state/typed-address.ts';
import { isTypedCommand } from './describes-server.ts';
import { isNoAddress } from './is-no-address.ts';
import type { ProbeInput, ProbeState } from './prober.ts';
import {
  isServerTyped,
  missingInServer,
  type ServerForm,
  serverDraft,
  serverForm,
  startTyped,
  type TypedServer,
} from './server-form.ts';
import { draftKindId, draftKindView } from './sketched-kind.ts';
import { type ExplanationState, useExplanation } from './use-explanation.ts';
import { useProbe } from './use-probe.ts';

export interface ServerFormState {
  readonly typed: TypedServer;
  /** Those to choose from, one that is described but not kept among them. */
  readonly kinds: readonly KindView[];
  readonly form: ServerForm;
  readonly probe: ProbeState;
  readonly missing: FormValues;
  readonly problem: Problem | null;
  readonly isSaving: boolean;
  readonly isDirty: boolean;
  /** Grows with every answer that calls for a correction. */
  readonly faults: number;
  /** True where the kind is that of a description, whatever the server says of itself. */
  readonly isDescribed: boolean;
  /** What was read out of a text or a file. */
  readonly reading: ExplanationState;
  /** Has a text read in place of an address, or with null a file. */
  readonly readText: (text: string | null) => void;
  readonly startOver: () => void;
  readonly typeAddress: (address: string) => void;
  /** Asks the address at once; true when that was not done already. */
  readonly lookNow: () => boolean;
  readonly lookAgain: () => void;
  /** Puts another address in place of the one that was typed, and asks that at once. */
  readonly lookAt: (address: string) => void;
  readonly change: (part: Partial<TypedServer>, fieldId: string) => void;
  readonly changeSetting: (fieldId: string, value: string) => void;
  /** Which description to open for a kind: one that is not kept yet is handed over whole. */
  readonly descriptionOf: (kindId: string | undefined) => {
    readonly kindId?: string;
    readonly start?: ServerKind;
  };
  readonly save: () => Promise<void>;
}

/** What is typed about a server, and what its address says of itself meanwhile. */
export function useServerForm(
  existing: ServerView | undefined,
  onSaved: (serverId: string, signIn: SignInStart) => void,
  before?: TypedServer,
): ServerFormState {
  const known = useKinds();
  const [typed, setTyped] = useState(() => before ?? startTyped(existing));
  const [probe, prober] = useProbe();
  const [missing, setMissing] = useState<FormValues>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [faults, setFaults] = useState(0);
  const found = probe.phase === 'answered' ? probe.result : null;
  const reading = useExplanation((explanation) => {
    const { address } = explanation.sketch;
    const next = {
      ...startTyped(undefined),
      caPem: typed.caPem,
      allowPlainHttp: typed.allowPlainHttp,
      address,
    };
    setTyped(next);
    setMissing({});
    setProblem(null);
    if (address === '') prober.forget();
    else prober.look(probeInput(next), 'now');
  });
  const { explanation } = reading;
  const sketch = explanation?.sketch ?? found?.sketch ?? null;
  const draft = existing ? null : (sketch?.ownKind ?? null);
  const kinds = draft ? [...known, draftKindView(draft)] : known;
  const form = serverForm(typed, found, existing, kinds, sketch);
  const keptDraft = useRef<{ readonly kind: ServerKind; readonly kindId: string } | null>(null);

  /** The described kind is kept before its first server, and once however often that is tried. */
  async function keptKindId(kind: ServerKind): Promise<string> {
    if (keptDraft.current?.kind !== kind) {
      const { kindId } = await ask('kind.save', { kind: { ...kind, label: form.name.trim() || kind.label } });
      keptDraft.current = { kind, kindId };
    }
    return keptDraft.current.kindId;
  }

  function change(part: Partial<TypedServer>, fieldId: string): void {
    const next = { ...typed, ...part };
    setTyped(next);
    setMissing(without(missing, fieldId));
    setProblem(null);
    if (part.allowPlainHttp !== undefined && next.address.trim() !== '') prober.look(probeInput(next), 'now');
    if (part.caPem !== undefined && next.address.trim() !== '') prober.look(probeInput(next), 'soon');
  }

  async function save(): Promise<void> {
    if (isSaving) return;
    const stillMissing = missingInServer(typed, form);
    setMissing(stillMissing);
    setProblem(null);
    if (Object.keys(stillMissing).length > 0) {
      setFaults(faults + 1);
      return;
    }
    setSaving(true);
    const server = serverDraft(typed, form, found);
    try {
      const isDraft = draft !== null && form.kind?.id === draftKindId;
      const kindId = isDraft ? await keptKindId(draft) : server.kindId;
      if (existing) await ask('server.update', { ...server, serverId: existing.id });
      const serverId = existing?.id ?? (await ask('server.add', { ...server, kindId })).serverId;
      onSaved(serverId, signInStart(form.kind, sketch));
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setFaults(faults + 1);
      setSaving(false);
    }
  }

  return {
    typed,
    kinds,
    form,
    reading,
    isDescribed: sketch !== null && (form.kind?.id === draftKindId || form.kind?.id === sketch.kindId),
    probe,
    missing,
    problem,
    isSaving,
    isDirty: isServerTyped(typed, existing) || explanation !== null,
    faults,
    typeAddress(address) {
      change({ address }, 'address');
      if (isTypedCommand(address)) prober.forget();
      else if (looksComplete(address) || isNoAddress(address))
        prober.look(probeInput({ ...typed, address }), 'soon');
      else prober.forget();
    },
    readText(text) {
      // What was pasted may hold secrets, so it does not stay where it can be seen.
      if (isTypedCommand(typed.address)) change({ address: '' }, 'address');
      void reading.read(text);
    },
    startOver() {
      reading.forget();
      prober.forget();
      setTyped(startTyped(existing));
      setMissing({});
      setProblem(null);
    },
    lookNow() {
      if (isTypedCommand(typed.address)) return false;
      if (typed.address.trim() === '' || typed.address === existing?.address) return false;
      return prober.look(probeInput(typed), 'now');
    },
    lookAt(address) {
      change({ address }, 'address');
      prober.look(probeInput({ ...typed, address }), 'now');
    },
    lookAgain: () => prober.lookAgain(probeInput(typed)),
    change,
    changeSetting(fieldId, value) {
      const kindId = form.kind?.id ?? '';
      const settings = { ...typed.settings, [kindId]: { ...typed.settings[kindId], [fieldId]: value } };
      change({ settings }, fieldId);
    },
    descriptionOf(kindId) {
      if (kindId === draftKindId && draft) return { start: draft };
      return kindId === undefined ? {} : { kindId };
    },
    save,
  };
}

/** With what the sign-in begins, as far as it was described. */
export interface SignInStart {
  readonly loginId?: string;
  readonly carried?: FormValues;
}

function signInStart(kind: KindView | undefined, sketch: ServerSketch | null): SignInStart {
  if (!sketch) return {};
  const login = kind?.logins.find(({ id }) => id === sketch.loginId);
  const isFilled = Object.keys(sketch.fields).length > 0;
  return { ...(login && { loginId: login.id }), ...(isFilled && { carried: sketch.fields }) };
}

function probeInput({ address, allowPlainHttp, caPem }: TypedServer): ProbeInput {
  return { address: address.trim(), allowPlainHttp, ...(caPem && { caPem }) };
}
