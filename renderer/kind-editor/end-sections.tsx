import { Checkbox } from '../ui/checkbox.tsx';
import { ChoiceField } from './choice-field.tsx';
import type { KindEditor } from './kind-editor.ts';
import type { CallForm } from './kind-form.ts';
import { OptionalSection } from './kind-section.tsx';
import { withCall } from './optional-calls.ts';
import styles from './request-editor.module.css';
import { RequestEditor } from './request-editor.tsx';
import { TextField } from './text-field.tsx';
import { without, withText } from './with-text.ts';

/** How a session is ended at the server. */
export function EndSection({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, change, remove } = editor;
  const { end } = form;

  return (
    <OptionalSection
      title="Sign out"
      question="The server can end a session"
      hint="Else tokens are only forgotten here, and live on until their end."
      isThere={end !== undefined}
      onToggle={(isThere) =>
        isThere ? change(withCall(form, 'end')) : remove(without(form, 'end'), 'the sign-out')
      }
    >
      {end && (
        <>
          <RequestEditor
            editor={editor}
            request={end.request}
            at="end.request"
            place="later"
            put={(request) => ({ ...form, end: { ...end, request } })}
          />
          <ChoiceField
            label="What becomes of the session"
            value={end.outcome}
            options={outcomes}
            onChange={(outcome) =>
              change({ ...form, end: { ...end, outcome: outcome === 'revoked' ? 'revoked' : 'logged-out' } })
            }
          />
        </>
      )}
      <TextField
        label="To know about signing out"
        value={form.notes.end ?? ''}
        onChange={(text) => change({ ...form, notes: withText(form.notes, 'end', text) })}
        faults={faults}
        at="notes.end"
        hint="A sentence that stands beside the button."
        optional
      />
    </OptionalSection>
  );
}

/** How the server is asked whether a token still lives. */
export function CheckSection({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, change, remove } = editor;
  const { check } = form;
  const put = (next: CallForm<'check'>) => ({ ...form, check: next });

  return (
    <OptionalSection
      title="Does it live"
      question="The server says whether a token lives"
      hint="Introspection, or a call of the server’s own."
      isThere={check !== undefined}
      onToggle={(isThere) =>
        isThere
          ? change(withCall(form, 'check'))
          : remove(without(form, 'check'), 'the question whether a token lives')
      }
    >
      {check && (
        <>
          <RequestEditor
            editor={editor}
            request={check.request}
            at="check.request"
            place="later"
            put={(request) => put({ ...check, request })}
          />
          <div className={styles.half}>
            <TextField
              label="Where the answer stands"
              value={check.alive.path}
              onChange={(path) => change(put({ ...check, alive: { ...check.alive, path } }))}
              faults={faults}
              at="check.alive.path"
              placeholder="active"
              isCode
            />
            <ChoiceField
              label="It lives where that is"
              value={String(check.alive.equals)}
              options={{ true: 'true', false: 'false' }}
              onChange={(equals) =>
                change(put({ ...check, alive: { ...check.alive, equals: equals === 'true' } }))
              }
            />
            <ChoiceField
              label="Otherwise it is"
              value={check.otherwise}
              options={{ inactive: 'Not active', expired: 'Expired' }}
              onChange={(otherwise) =>
                change(put({ ...check, otherwise: otherwise === 'expired' ? 'expired' : 'inactive' }))
              }
            />
            <TextField
              label="Its end, in Unix seconds"
              value={check.expiresAt ?? ''}
              onChange={(text) => change(put(withText(check, 'expiresAt', text)))}
              faults={faults}
              at="check.expiresAt"
              placeholder="exp"
              optional
              isCode
            />
          </div>
          <Checkbox
            label="Knows of sign-outs"
            hint="So that it can prove one."
            checked={check.provesEnd ?? false}
            onChange={(provesEnd) => change(put({ ...check, provesEnd }))}
          />
        </>
      )}
    </OptionalSection>
  );
}

const outcomes = { 'logged-out': 'It is logged out', revoked: 'Its token is revoked' } as const;
