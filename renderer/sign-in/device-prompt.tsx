import { Copy, ExternalLink } from 'lucide-react';
import { QRCodeSVG } from 'qrcode.react';
import type { Prompt } from '../../electron/contract/session.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { Button } from '../ui/button.tsx';
import styles from './device-prompt.module.css';
import { groupCode, spellCode } from './group-code.ts';
import actionStyles from './prompt-actions.module.css';
import { PromptAddress } from './prompt-address.tsx';
import { PromptFrame } from './prompt-frame.tsx';
import { usePromptActions } from './use-prompt-actions.ts';

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
      title="Enter this code"
      words={
        hasSquare
          ? 'Open the address on any device, or scan the square with a camera.'
          : 'Open the address on any device.'
      }
      endsAt={endsAt}
    >
      <div className={styles.device} data-square={hasSquare || undefined}>
        <div className={styles.typed}>
          <p className={styles.code}>
            <span className="visually-hidden">Code: {spellCode(userCode)}</span>
            <span aria-hidden="true" className={styles.groups}>
              {groupCode(userCode).map(({ start, text }) => (
                <span key={start}>{text}</span>
              ))}
            </span>
          </p>
          <PromptAddress label="Address" url={verificationUri} />
        </div>
        {hasSquare && (
          <div className={styles.square}>
            <QRCodeSVG
              value={scanned}
              size={squareSize}
              marginSize={2}
              title={`QR code of ${verificationUriComplete === null ? 'the address' : 'the address with the code'}`}
            />
          </div>
        )}
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
      <div className={actionStyles.actions}>
        <Button
          look="primary"
          icon={<Copy />}
          doneLabel="Copied"
          done={copied === 'code'}
          onClick={() => copy('code')}
        >
          Copy the code
        </Button>
        <Button
          icon={<Copy />}
          doneLabel="Copied"
          done={copied === 'address'}
          onClick={() => copy('address')}
        >
          Copy the address
        </Button>
        <Button icon={<ExternalLink />} onClick={open}>
          Open it here
        </Button>
      </div>
    </PromptFrame>
  );
}
