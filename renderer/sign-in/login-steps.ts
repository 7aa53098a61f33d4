import type { SessionView } from '../../electron/contract/session.ts';
import type { Step } from '../ui/steps.tsx';

/** A login that runs, as the window knows it. */
export interface Attempt {
  readonly id: string;
  readonly startedAt: number;
  /** The profiles there were when it began; a new one appears as soon as its token is saved. */
  readonly profilesBefore: ReadonlySet<string>;
}

export interface LoginStepsInput {
  readonly attempt: Attempt;
  readonly serverId: string;
  readonly profileId?: string | undefined;
  readonly sessions: readonly SessionView[];
  /** What is sent, and where to; e.g. `Signing in at core.example.net`. */
  readonly sending: string;
  readonly hasVault: boolean;
  readonly elapsed: string;
}

/** The steps of a login, as far as the snapshots show them; nothing is assumed to have happened. */
export function loginSteps(input: LoginStepsInput): readonly Step[] {
  const { sending, hasVault, elapsed } = input;
  const labels = [
    sending,
    hasVault ? 'Saving to the vault' : 'Keeping it in memory',
    'Asking the server who you are',
  ];
  const current = isGranted(input) ? 2 : 0;
  return labels.map((label, index) => ({
    label,
    step: index < current ? 'done' : index === current ? 'now' : 'todo',
    detail: index === current ? elapsed : undefined,
  }));
}

/** A snapshot only ever shows a token that was saved, so one sign ends two steps. */
function isGranted({ attempt, serverId, profileId, sessions }: LoginStepsInput): boolean {
  return sessions.some((session) => {
    if (profileId !== undefined) {
      return session.profileId === profileId && (session.access?.receivedAt ?? 0) >= attempt.startedAt;
    }
    return session.serverId === serverId && !attempt.profilesBefore.has(session.profileId);
  });
}
