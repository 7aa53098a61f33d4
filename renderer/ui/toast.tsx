import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { words } from '../words/words.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { StateGlyph } from './state-glyph.tsx';
import styles from './toast.module.css';

const said = words.controls;

const manager = Toast.createToastManager();

/** Says in a corner what came of something that has no place of its own on screen. */
export function showToast(tone: 'ok' | 'danger', title: string, description?: string): void {
  manager.add({
    title,
    ...(description !== undefined && { description }),
    type: tone,
  });
}

/** A toast with one thing to do about it, which stands until it is closed or its time is over. */
export interface ActionToast {
  readonly title: string;
  readonly description?: string | undefined;
  readonly action: string;
  readonly onAction: () => void;
  /** Called when the user sends it away. */
  readonly onDismiss: () => void;
  readonly standsMs?: number;
}

/** Shows a toast with an action; the answered function takes it away. */
export function showActionToast({
  title,
  description,
  action,
  onAction,
  onDismiss,
  standsMs = 0,
}: ActionToast): () => void {
  let isTaken = false;
  const id = manager.add({
    title,
    ...(description !== undefined && { description }),
    type: 'ok',
    timeout: standsMs,
    actionProps: { children: action, onClick: onAction },
    onClose: () => {
      if (!isTaken) onDismiss();
    },
  });
  return () => {
    isTaken = true;
    manager.close(id);
  };
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={['right', 'down']}>
      <StateGlyph
        state={toast.type === 'danger' ? 'needs-sign-in' : 'fresh'}
        className={styles.glyph ?? ''}
      />
      <div>
        <Toast.Title className={styles.title} />
        <Toast.Description className={styles.description} />
        <Toast.Action render={<Button className={styles.action} />} />
      </div>
      <Toast.Close
        render={
          <IconButton label={said.dismiss} className={styles.close}>
            <X />
          </IconButton>
        }
      />
    </Toast.Root>
  ));
}

/** Where toasts appear; belongs once into the window. */
export function ToastLayer() {
  return (
    <Toast.Provider toastManager={manager} timeout={8000} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} aria-label={said.messages}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
