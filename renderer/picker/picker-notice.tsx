import type { Place } from '../../electron/contract/place.ts';
import { Button } from '../ui/button.tsx';
import { leavePicker } from './leave-picker.ts';
import styles from './picker.module.css';

export interface PickerNoticeProps {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly place: Place;
}

/** Why nothing can be copied now; Enter leads on to where that can be changed. */
export function PickerNotice({ title, text, label, place }: PickerNoticeProps) {
  return (
    <div className={styles.notice} role="alert">
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      <Button look="primary" size="l" autoFocus onClick={() => leavePicker(place)}>
        {label}
      </Button>
    </div>
  );
}
