import { Copy, ExternalLink } from 'lucide-react';
import type { Prompt } from '../../electron/contract/session.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { hostOf } from '../state/typed-address.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import styles from './prompt-actions.module.css';
import { PromptAddress } from './prompt-address.tsx';
import { PromptFrame } from './prompt-frame.tsx';
import { usePromptActions } from './use-prompt-actions.ts';

const text = words.signIn;

type BrowserPromptData = Extract<Prompt, { readonly kind: 'browser' }>;

/** Sends the user on to the browser, and helps where that did not open. */
export function BrowserPrompt({
  attemptId,
  prompt,
}: {
  readonly attemptId: string;
  readonly prompt: BrowserPromptData;
}) {
  const { copied, problem, copy, open } = usePromptActions(attemptId);
  const isMissing = !prompt.opened || problem?.code === 'browser-missing';
  const host = hostOf(prompt.url);
  const copyAddress = (
    <Button
      look={isMissing ? 'primary' : 'default'}
      icon={<Copy />}
      doneLabel={text.copied}
      done={copied === 'address'}
      onClick={() => copy('address')}
    >
      {text.copyAddress}
    </Button>
  );
  const openAgain = (
    <Button icon={<ExternalLink />} onClick={open}>
      {text.openAgain}
    </Button>
  );

  return (
    <PromptFrame
      title={text.continueInBrowser}
      words={isMissing ? text.openByHand(host) : text.signInThere(host)}
      endsAt={prompt.endsAt}
    >
      {isMissing && (
        <>
          <ProblemNotice problem={{ code: 'browser-missing' }} />
          <PromptAddress label={text.addressToOpen} url={prompt.url} />
        </>
      )}
      {problem !== null && problem.code !== 'browser-missing' && <ProblemNotice problem={problem} />}
      <div className={styles.actions}>
        {isMissing ? (
          <>
            {copyAddress}
            {openAgain}
          </>
        ) : (
          <>
            {openAgain}
            {copyAddress}
          </>
        )}
      </div>
    </PromptFrame>
  );
}
