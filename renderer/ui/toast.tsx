import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { IconButton } from './icon-button.tsx';
import { StateGlyph } from './state-glyph.tsx';
import styles from './toast.module.css';

const manager = Toast.createToastManager();

/** Says in a corner what came of something that has no place of its own on screen. */
export function showToast(tone: 'ok' | 'danger', title: string, description?: string): void {
  manager.add({
    title,
    ...(description !== undefined && { description }),
    type: tone,
  });
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
      </div>
      <Toast.Close
        render={
          <IconButton label="Dismiss" className={styles.close}>
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
        <Toast.Viewport className={styles.viewport}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
