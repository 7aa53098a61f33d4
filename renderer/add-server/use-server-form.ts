import { useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import type { ServerView } from '../../electron/contract/server.ts';
import { ask, asProblem } from '../bridge.ts';
import type { FormValues } from '../sign-in/form-values.ts';
import { without } from '../sign-in/use-sign-in-form.ts';
import { useKinds } from '../state/snapshot.ts';
import { looksComplete } from './address.ts';
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
import { useProbe } from './use-probe.ts';

export interface ServerFormState {
  readonly typed: TypedServer;
  readonly form: ServerForm;
  readonly probe: ProbeState;
  readonly missing: FormValues;
  readonly problem: Problem | null;
  readonly isSaving: boolean;
  readonly isDirty: boolean;
  /** Grows with every answer that calls for a correction. */
  readonly faults: number;
  readonly typeAddress: (address: string) => void;
  /** Asks the address at once; true when that was not done already. */
  readonly lookNow: () => boolean;
  readonly lookAgain: () => void;
  readonly change: (part: Partial<TypedServer>, fieldId: string) => void;
  readonly changeSetting: (fieldId: string, value: string) => void;
  readonly save: () => Promise<void>;
}

/** What is typed about a server, and what its address says of itself meanwhile. */
export function useServerForm(
  existing: ServerView | undefined,
  onSaved: (serverId: string) => void,
  before?: TypedServer,
): ServerFormState {
  const kinds = useKinds();
  const [typed, setTyped] = useState(() => before ?? startTyped(existing));
  const [probe, prober] = useProbe();
  const [missing, setMissing] = useState<FormValues>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [faults, setFaults] = useState(0);
  const found = probe.phase === 'answered' ? probe.result : null;
  const form = serverForm(typed, found, existing, kinds);

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
    const draft = serverDraft(typed, form, found);
    try {
      if (existing) await ask('server.update', { ...draft, serverId: existing.id });
      onSaved(existing?.id ?? (await ask('server.add', draft)).serverId);
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setFaults(faults + 1);
      setSaving(false);
    }
  }

  return {
    typed,
    form,
    probe,
    missing,
    problem,
    isSaving,
    isDirty: isServerTyped(typed, existing),
    faults,
    typeAddress(address) {
      change({ address }, 'address');
      if (looksComplete(address) || isNoAddress(address))
        prober.look(probeInput({ ...typed, address }), 'soon');
      else prober.forget();
    },
    lookNow() {
      if (typed.address.trim() === '' || typed.address === existing?.address) return false;
      return prober.look(probeInput(typed), 'now');
    },
    lookAgain: () => prober.lookAgain(probeInput(typed)),
    change,
    changeSetting(fieldId, value) {
      const kindId = form.kind?.id ?? '';
      const settings = { ...typed.settings, [kindId]: { ...typed.settings[kindId], [fieldId]: value } };
      change({ settings }, fieldId);
    },
    save,
  };
}

function probeInput({ address, allowPlainHttp, caPem }: TypedServer): ProbeInput {
  return { address: address.trim(), allowPlainHttp, ...(caPem && { caPem }) };
}
