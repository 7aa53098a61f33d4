import type { KindView, LoginView } from '../../electron/contract/server.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import styles from './remember-choice.module.css';
import { rememberWords } from './remember-words.ts';

interface RememberChoiceProps {
  readonly login: LoginView;
  readonly kind: KindView;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Asks whether the password may be kept, where that is a question; else says what is kept anyway. */
export function RememberChoice({ login, kind, checked, onChange }: RememberChoiceProps) {
  const vault = useSnapshot((snapshot) => snapshot.vault);
  const said = rememberWords(login, kind, vault);

  if (said.type === 'sentence') return <p className={styles.sentence}>{said.text}</p>;
  return <Checkbox label={said.label} hint={said.hint} checked={checked} onChange={onChange} />;
}
