import { useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { Input } from '../ui/input.tsx';
import styles from './data-section.module.css';
import { hasUnshown } from './form-faults.ts';
import { dataText, readData } from './kind-data.ts';
import { kindOf } from './kind-form.ts';
import { KindSection } from './kind-section.tsx';
import type { KindEditorState } from './use-kind-editor.ts';

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
    <KindSection title="As data">
      <Fold
        label="The whole description"
        startsOpen={false}
        mustOpen={typedData !== null || hasUnshown(editor.faults)}
      >
        <div className={styles.data} ref={place}>
          <Field
            label="Description as JSON"
            hint="What is typed here stands in the form at once, as soon as it can be read."
            error={isDataBroken ? 'This cannot be read yet. The form waits until it can.' : undefined}
          >
            {(control) => (
              <Input control={control} value={text} onChange={editor.typeData} lines={shownLines} />
            )}
          </Field>
          {isDataBroken && (
            <Button className={styles.back} onClick={editor.forgetData}>
              Go back to what the form has
            </Button>
          )}
          {faults.length > 0 && (
            <ul className={styles.faults} aria-label="What is wrong in the data">
              {faults.map(({ line, path, message }) => (
                <li key={path}>
                  <button type="button" className={styles.line} onClick={() => goTo(line)}>
                    Line {line}
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
