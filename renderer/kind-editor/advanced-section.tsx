import { Fold } from '../ui/fold.tsx';
import { words } from '../words/words.ts';
import styles from './advanced-section.module.css';
import { FieldCards } from './field-cards.tsx';
import { faultWithin } from './form-faults.ts';
import { keptParts } from './kept-parts.ts';
import type { KindEditor } from './kind-editor.ts';
import { KindPart, KindSection } from './kind-section.tsx';
import { RefusalRows } from './refusal-rows.tsx';
import requestStyles from './request-editor.module.css';
import { RequestEditor } from './request-editor.tsx';
import { TextField } from './text-field.tsx';
import { TextList } from './text-list.tsx';
import { withText } from './with-text.ts';

const said = words.kindEditor;
const rows = words.kindRows;

const parts = [
  'origins',
  'settings',
  'errors',
  'refusals',
  'register',
  'documentedLifetimeSeconds',
  'documentedRefreshLifetimeSeconds',
];

/** What few servers need. */
export function AdvancedSection({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, change, remove } = editor;
  const { register } = form;
  const kept = keptParts(form);
  const seconds = (name: 'documentedLifetimeSeconds' | 'documentedRefreshLifetimeSeconds') => ({
    value: form[name] ?? '',
    onChange: (text: string) => change(withText(form, name, text)),
    faults,
    at: name,
    placeholder: '600',
    optional: true,
    isCode: true,
  });

  return (
    <KindSection title={said.rarelyNeeded}>
      <Fold
        label={said.rarely}
        startsOpen={false}
        mustOpen={parts.some((part) => faultWithin(faults, part) !== undefined)}
      >
        <div className={styles.parts}>
          <TextList
            label={said.origins}
            rows={rows.origin}
            texts={form.origins ?? []}
            onChange={(origins) => change({ ...form, origins: [...origins] })}
            onRemove={(origins, words) => remove({ ...form, origins: [...origins] }, words)}
            faults={faults}
            at="origins"
            placeholder="https://auth.example.com"
            hint={said.originsHint}
          />
          <KindPart label={said.serverSettings}>
            <p className={styles.words}>{said.serverSettingsHint}</p>
            <FieldCards
              fields={form.settings}
              at="settings"
              faults={faults}
              rows={rows.setting}
              isSetting
              onChange={(settings) => change({ ...form, settings: [...settings] })}
              onRemove={(settings, words) => remove({ ...form, settings: [...settings] }, words)}
            />
          </KindPart>
          <TextList
            label={said.ownWords}
            rows={rows.place}
            texts={form.errors.text}
            onChange={(text) => change({ ...form, errors: { ...form.errors, text: [...text] } })}
            onRemove={(text, words) =>
              remove({ ...form, errors: { ...form.errors, text: [...text] } }, words)
            }
            faults={faults}
            at="errors.text"
            placeholder="error.message"
            hint={said.ownWordsHint}
          />
          <RefusalRows editor={editor} />
          <div className={requestStyles.half}>
            <TextField label={said.life} {...seconds('documentedLifetimeSeconds')} />
            <TextField label={said.refreshLife} {...seconds('documentedRefreshLifetimeSeconds')} />
          </div>
          {register && (
            <KindPart label={said.registration}>
              <FieldCards
                fields={register.fields}
                at="register.fields"
                faults={faults}
                rows={rows.field}
                onChange={(fields) => change({ ...form, register: { ...register, fields: [...fields] } })}
                onRemove={(fields, words) =>
                  remove({ ...form, register: { ...register, fields: [...fields] } }, words)
                }
              />
              <RequestEditor
                editor={editor}
                request={register.request}
                at="register.request"
                place="register"
                put={(request) => ({ ...form, register: { ...register, request } })}
              />
            </KindPart>
          )}
        </div>
      </Fold>
      {kept.length > 0 && <p className={styles.words}>{said.alsoKept(kept)}</p>}
    </KindSection>
  );
}
