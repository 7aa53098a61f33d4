import { useState } from 'react';
import { blankKind } from '../../electron/contract/own-kind.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { useKinds } from '../state/snapshot.ts';
import { words } from '../words/words.ts';
import { ChoiceField } from './choice-field.tsx';
import { KindSection } from './kind-section.tsx';
import { TextField } from './text-field.tsx';
import type { KindEditorState } from './use-kind-editor.ts';

const said = words.kindEditor;

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
    editor.startFrom({ ...kind, label: kindId === '' ? '' : said.ofMyOwn(kind.label) }, said.whatWasHere);
  }

  return (
    <KindSection title={said.whatItIs}>
      {isNew && (
        <ChoiceField
          label={said.startFrom}
          value={example}
          options={Object.fromEntries([
            ['', said.emptyDescription],
            ...kinds.map(({ id, label }) => [id, label]),
          ])}
          onChange={(kindId) => attempt(() => startFrom(kindId))}
          hint={said.startFromHint}
        />
      )}
      <TextField
        label={said.name}
        value={form.label}
        onChange={(label) => change({ ...form, label })}
        faults={faults}
        at="label"
        placeholder={said.nameExample}
        autoFocus
      />
      <TextField
        label={said.summary}
        value={form.summary}
        onChange={(summary) => change({ ...form, summary })}
        faults={faults}
        at="summary"
        placeholder={said.summaryExample}
        hint={said.summaryHint}
        optional
      />
    </KindSection>
  );
}
