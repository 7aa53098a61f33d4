import { Menu } from '@base-ui/react/menu';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { MenuCheckItem, MenuPopup } from '../ui/menu.tsx';
import { words } from '../words/words.ts';
import styles from './title-bar.module.css';

const text = words.order;
const orders = ['dies-next', 'name', 'server', 'own'] as const;

/** Says what the wall is sorted by, and sorts it otherwise. */
export function SortMenu() {
  const current = useSnapshot(({ settings }) => settings.wallOrder);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <Button look="ghost" className={styles.sorted}>
            {text.sortedBy[current]}
          </Button>
        }
      />
      <MenuPopup label={text.sort}>
        {orders.map((wallOrder) => (
          <MenuCheckItem
            key={wallOrder}
            checked={wallOrder === current}
            isOneOf
            onToggle={() => attempt(() => ask('settings.update', { wallOrder }))}
          >
            {text.orders[wallOrder]}
          </MenuCheckItem>
        ))}
      </MenuPopup>
    </Menu.Root>
  );
}
