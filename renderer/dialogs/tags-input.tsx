import { Combobox } from '@base-ui/react/combobox';
import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { tagKey } from '../../electron/contract/tag-key.ts';
import type { FieldControl } from '../ui/field.tsx';
import { words } from '../words/words.ts';
import styles from './tags-input.module.css';

const text = words.order;

interface TagsInputProps {
  readonly control: FieldControl;
  readonly tags: readonly string[];
  /** Those that profiles have already. */
  readonly inUse: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}

/** Tags as chips, with those in use to choose from; what is typed can be added as a new one. */
export function TagsInput({ control, tags, inUse, onChange }: TagsInputProps) {
  const [typed, setTyped] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const fresh = typed.trim().slice(0, 40);
  const known = [...inUse, ...tags];
  const isNew = fresh !== '' && !known.some((tag) => tagKey(tag) === tagKey(fresh));
  const items = [...new Set(isNew ? [...known, fresh] : known)];

  /** What was typed and not yet chosen is meant as well: whoever goes on to Save has named a tag. */
  function addTyped(): void {
    const tag = known.find((one) => tagKey(one) === tagKey(fresh)) ?? fresh;
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag]);
    setTyped('');
  }

  return (
    <Combobox.Root
      multiple
      autoHighlight
      items={items}
      value={[...tags]}
      onValueChange={(next) => {
        onChange(next);
        setTyped('');
      }}
      inputValue={typed}
      onInputValueChange={setTyped}
      onOpenChange={(open, { reason }) => {
        if (!open && (reason === 'outside-press' || reason === 'focus-out')) addTyped();
      }}
    >
      <Combobox.Chips ref={frame} className={styles.frame}>
        {tags.map((tag) => (
          <Combobox.Chip key={tag} className={styles.chip} aria-label={tag}>
            <bdi className="truncate">{tag}</bdi>
            <Combobox.ChipRemove className={styles.remove} aria-label={text.removeTag(tag)}>
              <X size={12} aria-hidden="true" />
            </Combobox.ChipRemove>
          </Combobox.Chip>
        ))}
        <Combobox.Input
          id={control.id}
          type="text"
          className={styles.input}
          // While its list is open, the label beside it is out of reach.
          aria-label={text.tagsLabel}
          aria-describedby={control.describedBy}
          spellCheck={false}
          onBlur={addTyped}
        />
      </Combobox.Chips>
      <div ref={place} />
      <Combobox.Portal container={place}>
        <Combobox.Positioner
          className={styles.positioner}
          anchor={frame}
          positionMethod="fixed"
          sideOffset={4}
        >
          <Combobox.Popup className={styles.popup}>
            <Combobox.List aria-label={text.tagsLabel}>
              {(tag: string) => (
                <Combobox.Item key={tag} value={tag} className={styles.item}>
                  {isNew && tag === fresh ? text.addTag(tag) : tag}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
