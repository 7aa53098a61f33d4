import { Check, Copy, Eye, EyeOff } from 'lucide-react';
import { words } from '../words/words.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './token-field.module.css';

const said = words.controls;

export interface TokenFieldProps {
  readonly label: string;
  /** How the token is called inside of a sentence, such as `access token`. */
  readonly name: string;
  readonly masked: string;
  /** The token in full, while it is shown. */
  readonly revealed: string | null;
  /** Time until it hides again, such as `0:18`. */
  readonly hidesIn: string;
  readonly copied: boolean;
  readonly onReveal: () => void;
  readonly onHide: () => void;
  readonly onCopy: () => void;
}

/** A token behind its mask. In full it wraps, at most five lines high, and then scrolls. */
export function TokenField(props: TokenFieldProps) {
  const { label, name, masked, revealed, hidesIn, copied, onReveal, onHide, onCopy } = props;
  return (
    <div className={styles.token} data-revealed={revealed !== null || undefined}>
      <dt>{label}</dt>
      {revealed === null ? (
        <dd className={`${styles.value} mono truncate`}>{masked}</dd>
      ) : (
        <dd className={`${styles.value} mono`}>{revealed}</dd>
      )}
      <dd className={styles.actions}>
        {revealed === null ? (
          <Button
            look="ghost"
            className={styles.button}
            icon={<Eye />}
            aria-label={said.revealThe(name)}
            onClick={onReveal}
          >
            {said.reveal}
          </Button>
        ) : (
          <Button
            look="ghost"
            className={styles.button}
            icon={<EyeOff />}
            aria-label={said.hideThe(name)}
            onClick={onHide}
          >
            {said.hidesIn(hidesIn)}
          </Button>
        )}
        <IconButton
          label={copied ? said.copiedThe(name) : said.copyThe(name)}
          className={styles.button}
          onClick={onCopy}
        >
          {copied ? <Check /> : <Copy />}
        </IconButton>
      </dd>
    </div>
  );
}
