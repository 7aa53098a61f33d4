import { Autocomplete } from '@base-ui/react/autocomplete';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { writtenKeys } from '../state/shortcuts.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { words } from '../words/words.ts';
import type { Command, CommandGroup } from './command.ts';
import styles from './command-list.module.css';
import { CommandRow } from './command-row.tsx';
import { rank } from './rank.ts';

interface CommandListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly commands: readonly Command[];
  /** Of what was used, the last one first. */
  readonly recent: readonly string[];
  readonly onRun: (command: Command, run: () => void) => void;
  readonly onMore?: (command: Command) => void;
  /** Backspace in an empty field. */
  readonly onBack?: () => void;
  /** What is said where there is no command at all. */
  readonly none?: string;
  /** What stands between the field and the list. */
  readonly children?: ReactNode;
}

/** A field and below it the commands that fit what is typed, all by keys from the field. */
export function CommandList(props: CommandListProps) {
  const { label, placeholder, commands, recent, onRun, onMore, onBack, none, children } = props;
  const [query, setQuery] = useState('');
  const [highlighted, setHighlighted] = useState<Command | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { groups, found } = useMemo(() => rank(query, commands, recent), [query, commands, recent]);
  const shown = groups.reduce((count, { items }) => count + items.length, 0);
  // A snapshot that came meanwhile made new commands: the one under the highlight is known by its id.
  const current = groups.flatMap(({ items }) => items).find(({ id }) => id === highlighted?.id);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler(): void }): void {
    if (!answer(event)) return;
    event.preventDefault();
    event.preventBaseUIHandler();
  }

  function answer({
    key,
    ctrlKey,
    metaKey,
    shiftKey,
    currentTarget,
  }: KeyboardEvent<HTMLInputElement>): boolean {
    const atEnd = currentTarget.selectionStart === query.length;
    if (key === 'Enter' && (ctrlKey || metaKey)) {
      if (current?.second !== undefined) onRun(current, current.second.run);
      return true;
    }
    if ((key === 'Tab' && !shiftKey) || (key === 'ArrowRight' && atEnd)) {
      if (current?.more === undefined || onMore === undefined) return false;
      onMore(current);
      return true;
    }
    if (key === 'Backspace' && query === '' && onBack !== undefined) {
      onBack();
      return true;
    }
    return false;
  }

  return (
    <Autocomplete.Root
      inline
      open
      mode="none"
      items={groups}
      value={query}
      onValueChange={(value, { reason }) => {
        // Neither Escape nor a chosen item changes what was typed.
        if (reason === 'input-change' || reason === 'input-clear') setQuery(value);
        list.current?.scrollTo({ top: 0 });
      }}
      autoHighlight="always"
      keepHighlight
      onItemHighlighted={(command) => setHighlighted(command ?? null)}
      itemToStringValue={(command: Command) => command.label}
    >
      <div className={styles.field}>
        <Search />
        <Autocomplete.Input
          className={styles.input}
          aria-label={label}
          placeholder={placeholder}
          spellCheck={false}
          autoFocus
          onKeyDown={onKeyDown}
        />
      </div>
      {children}
      <Autocomplete.List className={styles.list} aria-label={words.palette.results} ref={list}>
        {(group: CommandGroup) => (
          <Autocomplete.Group key={group.label} items={group.items}>
            <Autocomplete.GroupLabel className={styles.group}>{group.label}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(command: Command) => (
                <Autocomplete.Item
                  key={command.id}
                  value={command}
                  className={styles.item}
                  onClick={() => onRun(command, command.run)}
                >
                  <CommandRow command={command} />
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <Autocomplete.Empty className={styles.empty}>
        {commands.length === 0 && none !== undefined ? none : words.palette.nothing(query)}
      </Autocomplete.Empty>
      <Autocomplete.Status className="visually-hidden">
        {shown > 0 && words.palette.count(shown, found)}
      </Autocomplete.Status>
      <Foot command={current} canGoBack={onBack !== undefined} left={found - shown} />
    </Autocomplete.Root>
  );
}

/** What the keys do with the command that is highlighted. */
function Foot({
  command,
  canGoBack,
  left,
}: {
  readonly command: Command | undefined;
  readonly canGoBack: boolean;
  readonly left: number;
}) {
  const text = words.palette;
  return (
    <div className={styles.foot}>
      {command !== undefined && <Hint keys="Enter" label={command.verb ?? text.run} />}
      {command?.second !== undefined && <Hint keys={writtenKeys('Mod Enter')} label={command.second.label} />}
      {command?.more !== undefined && <Hint keys="Tab" label={text.more} />}
      {canGoBack && <Hint keys="Backspace" label={text.back} />}
      {left > 0 && <span className={styles.left}>{text.further(left)}</span>}
    </div>
  );
}

function Hint({ keys, label }: { readonly keys: string; readonly label: string }) {
  return (
    <span className={styles.hint}>
      <KeyCap keys={keys} />
      {label}
    </span>
  );
}
