import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import styles from './tooltip.module.css';

interface TooltipText {
  readonly label: string;
  readonly keys?: string | undefined;
}

const handle = Tooltip.createHandle<TooltipText>();

/** Names a control that shows only an icon. One tooltip serves the whole window. */
export function TooltipTarget({ label, keys, render }: TooltipText & { readonly render: ReactElement }) {
  return <Tooltip.Trigger handle={handle} payload={{ label, keys }} delay={400} render={render} />;
}

/** The one tooltip; belongs once into the window. For the eye alone: the control has its name by itself. */
export function TooltipLayer() {
  return (
    <Tooltip.Root handle={handle}>
      {({ payload }) => (
        <Tooltip.Portal>
          <Tooltip.Positioner sideOffset={6} collisionPadding={8} className={styles.positioner}>
            <Tooltip.Popup className={styles.tooltip} aria-hidden="true">
              {payload?.label}
              {payload?.keys && <kbd>{payload.keys}</kbd>}
            </Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      )}
    </Tooltip.Root>
  );
}
