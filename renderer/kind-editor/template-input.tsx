import { Menu } from '@base-ui/react/menu';
import { Braces } from 'lucide-react';
import { useRef } from 'react';
import type { FieldControl } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { MenuGroup, MenuItem, MenuPopup } from '../ui/menu.tsx';
import { words } from '../words/words.ts';
import type { PlaceholderName } from './placeholder-names.ts';
import styles from './template-input.module.css';

const said = words.kindRows;

interface TemplateInputProps {
  readonly control: FieldControl;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly names: readonly PlaceholderName[];
  /** What it is called, inside of the button's name. */
  readonly called: string;
  readonly label?: string;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
}

/** A line in which `{name}` stands for a value, and a button that puts one in where the caret is. */
export function TemplateInput({ names, called, ...input }: TemplateInputProps) {
  const ref = useRef<HTMLInputElement>(null);

  function insert(name: string): void {
    const { value, onChange } = input;
    const from = ref.current?.selectionStart ?? value.length;
    const to = ref.current?.selectionEnd ?? from;
    onChange(`${value.slice(0, from)}{${name}}${value.slice(to)}`);
  }

  return (
    <Input
      {...input}
      ref={ref}
      isCode
      end={
        names.length > 0 && (
          <Menu.Root modal={false}>
            <Menu.Trigger
              render={
                <IconButton label={said.insertInto(called)} tip={said.insertTip} className={styles.insert}>
                  <Braces />
                </IconButton>
              }
            />
            <MenuPopup label={said.insertInto(called)} returnTo={ref}>
              <MenuGroup label={said.insert}>
                {names.map(({ name, label }) => (
                  <MenuItem key={name} hint={`{${name}}`} onChoose={() => insert(name)}>
                    {label}
                  </MenuItem>
                ))}
              </MenuGroup>
            </MenuPopup>
          </Menu.Root>
        )
      }
    />
  );
}
