import { useClock } from '../state/clock.ts';
import { formatSpan } from '../state/format-duration.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Steps } from '../ui/steps.tsx';
import { type Attempt, loginSteps } from './login-steps.ts';

interface LoginProgressProps {
  readonly attempt: Attempt;
  readonly serverId: string;
  readonly profileId?: string | undefined;
  readonly sending: string;
}

/** Shows what a login that runs is doing, and for how long. */
export function LoginProgress({ attempt, serverId, profileId, sending }: LoginProgressProps) {
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  const hasVault = useSnapshot(({ vault }) => vault.status === 'open');
  const elapsed = useClock((now) => formatSpan(now - attempt.startedAt));
  const steps = loginSteps({ attempt, serverId, profileId, sessions, sending, hasVault, elapsed });

  return <Steps label="Signing in" steps={steps} />;
}
