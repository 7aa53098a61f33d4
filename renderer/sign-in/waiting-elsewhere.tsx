import { useAttempt } from '../state/snapshot.ts';
import { BrowserPrompt } from './browser-prompt.tsx';
import { DevicePrompt } from './device-prompt.tsx';

/** What a login that runs asks the user to do outside of this window; nothing while it asks for nothing. */
export function WaitingElsewhere({ attemptId }: { readonly attemptId: string }) {
  const prompt = useAttempt(attemptId)?.prompt;
  if (!prompt) return null;
  return prompt.kind === 'browser' ? (
    <BrowserPrompt attemptId={attemptId} prompt={prompt} />
  ) : (
    <DevicePrompt attemptId={attemptId} prompt={prompt} />
  );
}
