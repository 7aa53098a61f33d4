import { Eye, EyeOff } from 'lucide-react';
import {
  type ClipboardEvent,
  type HTMLInputTypeAttribute,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useState,
} from 'react';
import { words } from '../words/words.ts';
import { classNames } from './class-names.ts';
import type { FieldControl } from './field.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './input.module.css';

const said = words.controls;

interface InputProps {
  readonly control: FieldControl;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Its name, where no label stands beside it. */
  readonly label?: string;
  /** True for what machines read: paths, names, templates. */
  readonly isCode?: boolean;
  /** A button inside of the frame, at its end. */
  readonly end?: ReactNode;
  readonly type?: HTMLInputTypeAttribute;
  /** Masks what is typed; the word names it on the button that shows it. */
  readonly secret?: string | undefined;
  /** Number of lines; more than one makes it a text area, in which Enter ends a line. */
  readonly lines?: number;
  readonly placeholder?: string | undefined;
  readonly inputMode?: 'numeric' | 'url' | 'text';
  readonly autoComplete?: 'off' | 'one-time-code' | 'current-password' | 'new-password';
  readonly disabled?: boolean;
  readonly required?: boolean;
  /** True on a screen whose first question this is. */
  readonly autoFocus?: boolean;
  readonly onBlur?: () => void;
  readonly onPaste?: (event: ClipboardEvent) => void;
  readonly onEnter?: (event: KeyboardEvent) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A line to type in, or several; a secret one has a button that shows it. */
export function Input(props: InputProps) {
  const { control, value, onChange, secret, lines = 1, disabled = false, onEnter } = props;
  const [shown, setShown] = useState(false);
  const isMasked = secret !== undefined && !shown;

  const shared = {
    id: control.id,
    value,
    // Disabled it would lose the focus, and with it the place where typing goes on.
    readOnly: disabled,
    'aria-disabled': disabled || undefined,
    placeholder: props.placeholder,
    'aria-label': props.label,
    'aria-invalid': control.invalid || undefined,
    'aria-describedby': control.describedBy,
    'data-addressed': control.isAddressed || undefined,
    'aria-required': props.required || undefined,
    spellCheck: false,
    autoCapitalize: 'off',
    autoComplete: props.autoComplete ?? 'off',
    autoFocus: props.autoFocus,
    onBlur: props.onBlur,
    onPaste: props.onPaste,
  };

  return (
    <span
      className={classNames(styles.frame, lines > 1 && styles.lines)}
      data-invalid={control.invalid || undefined}
      data-disabled={disabled || undefined}
    >
      {lines > 1 ? (
        <textarea
          {...shared}
          className={classNames(styles.control, isMasked && styles.masked)}
          rows={lines}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          ref={props.ref}
          className={classNames(styles.control, props.isCode && styles.code)}
          type={isMasked ? 'password' : (props.type ?? 'text')}
          inputMode={props.inputMode}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.(event);
          }}
        />
      )}
      {props.end}
      {secret !== undefined && (
        <IconButton
          label={shown ? said.hide(secret) : said.show(secret)}
          className={styles.reveal}
          aria-pressed={shown}
          disabled={disabled}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff aria-hidden="true" /> : <Eye size={16} aria-hidden="true" />}
        </IconButton>
      )}
    </span>
  );
}
