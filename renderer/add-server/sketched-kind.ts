import type { ServerSketch } from '../../electron/contract/explanation.ts';
import type { ProbeResult } from '../../electron/contract/probe-result.ts';
import type { KindView } from '../../electron/contract/server.ts';
import type { ServerKind } from '../../electron/contract/server-kind.ts';
import { words } from '../words/words.ts';

const text = words.addServer;

/** The card of a kind that is described, but not kept yet. */
export const draftKindId = 'own-draft';

/** A described kind as the form shows it until it is kept. */
export function draftKindView({
  settings,
  logins,
  register,
  refresh,
  end,
  origins = [],
  ...kind
}: ServerKind): KindView {
  return {
    id: draftKindId,
    label: kind.label,
    summary: text.keptAsOwn(kind.summary),
    group: 'own',
    icon: kind.icon,
    origins,
    settings: settings.map(({ mayLeaveOrigin: _, ...field }) => field),
    logins: logins.map(({ id, label, fields, canRepeat }) => ({ id, label, fields, canRepeat })),
    register: register?.fields ?? null,
    can: {
      refresh: refresh !== undefined,
      register: register !== undefined,
      end: end?.outcome ?? 'unsupported',
    },
    notes: kind.notes,
  };
}

/**
 * Which kind to propose. What the server says of itself counts more than what somebody wrote about it, and that more than a likeness; a
 * kind that was only guessed from a text gives way once the server shows no sign of it.
 */
export function proposedKindId(found: ProbeResult | null, sketch: ServerSketch | null): string | undefined {
  const certain = found?.matches.find((match) => match.certain)?.kindId;
  if (certain !== undefined) return certain;
  const guessed = sketch?.kindId ?? undefined;
  const isContradicted = found?.answered === true && !found.matches.some(({ kindId }) => kindId === guessed);
  if (guessed !== undefined && !(isContradicted && sketch?.ownKind)) return guessed;
  return sketch?.ownKind ? draftKindId : found?.matches[0]?.kindId;
}
