import { Menu } from '@base-ui/react/menu';
import { MenuGroup, MenuItem, MenuPopup } from '../ui/menu.tsx';
import { Tag } from '../ui/tag.tsx';
import { words } from '../words/words.ts';
import styles from './pick-menu.module.css';
import type { PickTarget } from './pick-targets.ts';

const said = words.kindAnswer;

interface PickMenuProps {
  /** Where the value stands. */
  readonly source: string;
  readonly text: string;
  /** What follows it there, such as a comma. */
  readonly after?: string;
  readonly targets: readonly PickTarget[];
  /** What its place is used for already. */
  readonly uses: readonly string[];
  readonly onPick: (target: PickTarget, source: string) => void;
}

/** A value in an answer; pressed, it offers what its place can be used for. */
export function PickMenu({ source, text, after, targets, uses, onPick }: PickMenuProps) {
  return (
    <>
      <Menu.Root modal={false}>
        <Menu.Trigger className={styles.value} aria-label={said.useValue(source, text)}>
          {text}
        </Menu.Trigger>
        <MenuPopup label={said.use(source)} align="start">
          <MenuGroup label={said.isWhat(source)}>
            {targets.map((target) => (
              <MenuItem key={target.label} onChoose={() => onPick(target, source)}>
                {target.label}
              </MenuItem>
            ))}
          </MenuGroup>
        </MenuPopup>
      </Menu.Root>
      {after}
      {uses.length > 0 && <Tag className={styles.uses}>{uses.join(', ')}</Tag>}
    </>
  );
}
