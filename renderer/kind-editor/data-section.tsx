import { useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import styles from './data-section.module.css';
import { hasUnshown } from './form-faults.ts';
import { dataText, readData } from './kind-data.ts';
import { kindOf } from './kind-form.ts';
import { KindSection } from './kind-section.tsx';
import type { KindEditorState } from './use-kind-editor.ts';

const said = words.kindEditor;

/** Tall enough to see how parts belong together. */
const shownLines = 14;

/** The whole description as JSON, to read and to edit. */
export function DataSection({ editor }: { readonly editor: KindEditorState }) {
  const { form, typedData, isDataBroken } = editor;
  const place = useRef<HTMLDivElement>(null);
  const text = typedData ?? dataText(kindOf(form));
  const { faults } = readData(text);

  function goTo(line: number): void {
    const area = place.current?.querySelector('textarea');
    if (!area) return;
    const before = text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length;
    const from = line === 1 ? 0 : before + 1;
    area.focus();
    area.setSelectionRange(from, from + (text.split('\n')[line - 1] ?? '').length);
  }

  return (
    <KindSection title={said.asData}>
      <Fold
        label={said.wholeDescription}
        startsOpen={false}
        mustOpen={typedData !== null || hasUnshown(editor.faults)}
      >
        <div className={styles.data} ref={place}>
          <Field
            label={said.asJson}
            hint={said.asJsonHint}
            error={isDataBroken ? said.unreadable : undefined}
          >
            {(control) => (
              <Input control={control} value={text} onChange={editor.typeData} lines={shownLines} />
            )}
          </Field>
          {isDataBroken && (
            <Button className={styles.back} onClick={editor.forgetData}>
              {said.backToForm}
            </Button>
          )}
          {faults.length > 0 && (
            <ul className={styles.faults} aria-label={said.wrongInData}>
              {faults.map(({ line, path, message }) => (
                <li key={path}>
                  <button type="button" className={styles.line} onClick={() => goTo(line)}>
                    {said.line(line)}
                  </button>
                  <span>
                    {path !== '' && <code className={styles.path}>{path}</code>} {message}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Fold>
    </KindSection>
  );
}
