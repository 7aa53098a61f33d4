import { Copy, ExternalLink } from 'lucide-react';
import { QRCodeSVG } from 'qrcode.react';
import type { Prompt } from '../../electron/contract/session.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import styles from './device-prompt.module.css';
import { groupCode, spellCode } from './group-code.ts';
import actionStyles from './prompt-actions.module.css';
import { PromptAddress } from './prompt-address.tsx';
import { PromptFrame } from './prompt-frame.tsx';
import { usePromptActions } from './use-prompt-actions.ts';

const said = words.signIn;

type DevicePromptData = Extract<Prompt, { readonly kind: 'device' }>;

/** A longer address makes squares that no camera tells apart at this size. */
const longestForCamera = 300;

/** The size of the QR code in pixels, its quiet zone included. */
const squareSize = 132;

/** A code for another device: to be typed there, or taken over by its camera. */
export function DevicePrompt({
  attemptId,
  prompt,
}: {
  readonly attemptId: string;
  readonly prompt: DevicePromptData;
}) {
  const { userCode, verificationUri, verificationUriComplete, endsAt } = prompt;
  const { copied, problem, copy, open } = usePromptActions(attemptId);
  const scanned = verificationUriComplete ?? verificationUri;
  const hasSquare = scanned.length <= longestForCamera;

  return (
    <PromptFrame
      title={said.enterCode}
      words={hasSquare ? said.openOrScan : said.openAnywhere}
      endsAt={endsAt}
    >
      <div className={styles.device} data-square={hasSquare || undefined}>
        <div className={styles.typed}>
          <p className={styles.code}>
            <span className="visually-hidden">{said.code(spellCode(userCode))}</span>
            <span aria-hidden="true" className={styles.groups}>
              {groupCode(userCode).map(({ start, text }) => (
                <span key={start}>{text}</span>
              ))}
            </span>
          </p>
          <PromptAddress label={said.address} url={verificationUri} />
        </div>
        {hasSquare && (
          <div className={styles.square}>
            <QRCodeSVG
              value={scanned}
              size={squareSize}
              marginSize={2}
              title={verificationUriComplete === null ? said.qrOfAddress : said.qrWithCode}
            />
          </div>
        )}
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
      <div className={actionStyles.actions}>
        <Button
          look="primary"
          icon={<Copy />}
          doneLabel={said.copied}
          done={copied === 'code'}
          onClick={() => copy('code')}
        >
          {said.copyCode}
        </Button>
        <Button
          icon={<Copy />}
          doneLabel={said.copied}
          done={copied === 'address'}
          onClick={() => copy('address')}
        >
          {said.copyAddress}
        </Button>
        <Button icon={<ExternalLink />} onClick={open}>
          {said.openHere}
        </Button>
      </div>
    </PromptFrame>
  );
}
