import { useState } from 'react';
import { blankKind } from '../../electron/contract/own-kind.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { useKinds } from '../state/snapshot.ts';
import { ChoiceField } from './choice-field.tsx';
import { KindSection } from './kind-section.tsx';
import { TextField } from './text-field.tsx';
import type { KindEditorState } from './use-kind-editor.ts';

interface AboutSectionProps {
  readonly editor: KindEditorState;
  /** True for a description that is not kept yet. */
  readonly isNew: boolean;
}

/** What the kind is called, and which other one it began as. */
export function AboutSection({ editor, isNew }: AboutSectionProps) {
  const { form, faults, change } = editor;
  const kinds = useKinds();
  const [example, setExample] = useState('');

  async function startFrom(kindId: string): Promise<void> {
    const kind = kindId === '' ? blankKind : await ask('kind.read', { kindId });
    setExample(kindId);
    editor.startFrom(
      { ...kind, label: kindId === '' ? '' : `${kind.label} of my own` },
      'what was here before',
    );
  }

  return (
    <KindSection title="What it is">
      {isNew && (
        <ChoiceField
          label="Start from"
          value={example}
          options={Object.fromEntries([
            ['', 'An empty description'],
            ...kinds.map(({ id, label }) => [id, label]),
          ])}
          onChange={(kindId) => attempt(() => startFrom(kindId))}
          hint="A kind that is close to yours, to change until it fits."
        />
      )}
      <TextField
        label="Name"
        value={form.label}
        onChange={(label) => change({ ...form, label })}
        faults={faults}
        at="label"
        placeholder="Our shop"
        autoFocus
      />
      <TextField
        label="Summary"
        value={form.summary}
        onChange={(summary) => change({ ...form, summary })}
        faults={faults}
        at="summary"
        placeholder="Username and password. Tokens live an hour."
        hint="A line for its card."
        optional
      />
    </KindSection>
  );
}
