import { askedFields } from '../../electron/contract/asked-fields.ts';
import type { Environment } from '../../electron/contract/environment.ts';
import type { ServerSketch } from '../../electron/contract/explanation.ts';
import type { ProbeResult } from '../../electron/contract/probe-result.ts';
import type { Field, KindView, ServerDraft, ServerView } from '../../electron/contract/server.ts';
import { type FormValues, missingFields } from '../sign-in/form-values.ts';
import { guessEnvironment } from '../state/guess-environment.ts';
import { nameFault } from '../state/name-fault.ts';
import { hostOf } from '../state/typed-address.ts';
import { words } from '../words/words.ts';
import { proposedKindId } from './sketched-kind.ts';

const text = words.addServer;

/** What the user has decided by hand; everything else follows from the probe and the kind. */
export interface TypedServer {
  readonly address: string;
  readonly name: string | null;
  readonly kindId: string | null;
  /** Typed settings by kind, so that looking at another kind loses nothing. */
  readonly settings: Readonly<Record<string, FormValues>>;
  readonly allowPlainHttp: boolean;
  /** Undefined keeps what is there, empty removes it. */
  readonly caPem: string | undefined;
  /** Null while nobody chose, so that what is guessed may follow the address. */
  readonly environment: Environment | null;
}

/** True once something was typed or chosen that leaving the form would lose. */
export function isServerTyped(typed: TypedServer, existing: ServerView | undefined): boolean {
  return JSON.stringify(typed) !== JSON.stringify(startTyped(existing));
}

/** The form as it stands: what was typed, else what the probe found, else what is there, else what the kind proposes. */
export interface ServerForm {
  readonly kind: KindView | undefined;
  readonly name: string;
  readonly environment: Environment;
  readonly settings: FormValues;
  /** The settings that are asked for as the others stand. */
  readonly asked: readonly Field[];
  /** What the address said of itself. */
  readonly proposed: FormValues;
  readonly facts: readonly string[] | undefined;
  readonly acceptedLogins: readonly string[] | undefined;
}

export function startTyped(existing: ServerView | undefined): TypedServer {
  return {
    address: existing?.address ?? '',
    name: existing?.name ?? null,
    kindId: existing?.kindId ?? null,
    settings: {},
    allowPlainHttp: existing?.allowPlainHttp ?? false,
    caPem: undefined,
    environment: existing?.environment ?? null,
  };
}

export function serverForm(
  typed: TypedServer,
  found: ProbeResult | null,
  existing: ServerView | undefined,
  kinds: readonly KindView[],
  sketch: ServerSketch | null = null,
): ServerForm {
  const kindId = typed.kindId ?? proposedKindId(found, sketch);
  const kind = kinds.find(({ id }) => id === kindId);
  const isSketched = kind !== undefined && (kind.id === sketch?.kindId || kind.group === 'oauth');
  const sketched = isSketched ? sketch?.settings : undefined;
  const match = found?.matches.find((one) => one.kindId === kindId);
  const entries = (kind?.settings ?? []).map(({ id, initial, options }) => [
    id,
    typed.settings[kindId ?? '']?.[id] ??
      sketched?.[id] ??
      match?.settings[id] ??
      existing?.settings[id] ??
      initial ??
      options?.[0]?.value ??
      '',
  ]);
  const settings = Object.fromEntries(entries);
  const name = typed.name ?? (sketch?.name || match?.suggestedName || unsaidName(typed.address, kind));
  return {
    kind,
    name,
    environment: typed.environment ?? guessEnvironment(typed.address, name),
    settings,
    asked: askedFields({ fields: kind?.settings ?? [], values: settings }),
    proposed: { ...match?.settings, ...sketched },
    facts: match?.facts,
    acceptedLogins: match?.acceptedLogins,
  };
}

/** Where the server does not say what it is, its host tells more than a kind that was only chosen. */
function unsaidName(address: string, kind: KindView | undefined): string {
  return kind === undefined ? '' : hostOf(address) || kind.label;
}

/** What is missing or cannot be, by the field's id; `address`, `name` and `kind` beside the ids of the settings. */
export function missingInServer(typed: TypedServer, form: ServerForm): FormValues {
  const name = form.kind || form.name.trim() !== '' ? nameFault(form.name) : undefined;
  return {
    ...(typed.address.trim() === '' && { address: text.addressMissing }),
    ...(name && { name }),
    ...(!form.kind && { kind: text.kindMissing }),
    ...missingFields(form.asked, form.settings),
    ...(typed.caPem && !isCertificate(typed.caPem) && { caPem: certificateFault(typed.caPem) }),
  };
}

/** The draft for main. Call once {@link missingInServer} finds nothing. */
export function serverDraft(typed: TypedServer, form: ServerForm, found: ProbeResult | null): ServerDraft {
  return {
    kindId: form.kind?.id ?? '',
    name: form.name.trim(),
    address: found?.address ?? typed.address.trim(),
    settings: Object.fromEntries(form.asked.map(({ id }) => [id, form.settings[id] ?? ''])),
    allowPlainHttp: typed.allowPlainHttp,
    environment: form.environment,
    ...(typed.caPem !== undefined && { caPem: typed.caPem.trim() }),
    ...(form.facts && { facts: [...form.facts] }),
    ...(form.acceptedLogins && { acceptedLogins: [...form.acceptedLogins] }),
  };
}

function isCertificate(pem: string): boolean {
  return pem.includes('-----BEGIN CERTIFICATE-----') && !pem.includes('PRIVATE KEY-----');
}

function certificateFault(pem: string): string {
  return pem.includes('PRIVATE KEY-----') ? text.privateKey : text.noCertificate;
}
