import { Checkbox } from '../ui/checkbox.tsx';
import { words } from '../words/words.ts';
import { ChoiceField } from './choice-field.tsx';
import type { KindEditor } from './kind-editor.ts';
import type { CallForm } from './kind-form.ts';
import { OptionalSection } from './kind-section.tsx';
import { withCall } from './optional-calls.ts';
import styles from './request-editor.module.css';
import { RequestEditor } from './request-editor.tsx';
import { TextField } from './text-field.tsx';
import { without, withText } from './with-text.ts';

const said = words.kindCalls;

/** How a session is ended at the server. */
export function EndSection({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, change, remove } = editor;
  const { end } = form;

  return (
    <OptionalSection
      title={said.signOut}
      question={said.canEnd}
      hint={said.canEndHint}
      isThere={end !== undefined}
      onToggle={(isThere) =>
        isThere ? change(withCall(form, 'end')) : remove(without(form, 'end'), said.theSignOut)
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
            label={said.whatBecomes}
            value={end.outcome}
            options={said.outcomes}
            onChange={(outcome) =>
              change({ ...form, end: { ...end, outcome: outcome === 'revoked' ? 'revoked' : 'logged-out' } })
            }
          />
        </>
      )}
      <TextField
        label={said.aboutSigningOut}
        value={form.notes.end ?? ''}
        onChange={(text) => change({ ...form, notes: withText(form.notes, 'end', text) })}
        faults={faults}
        at="notes.end"
        hint={said.aboutSigningOutHint}
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
      title={said.doesItLive}
      question={said.saysIfAlive}
      hint={said.saysIfAliveHint}
      isThere={check !== undefined}
      onToggle={(isThere) =>
        isThere ? change(withCall(form, 'check')) : remove(without(form, 'check'), said.theCheck)
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
              label={said.whereAnswer}
              value={check.alive.path}
              onChange={(path) => change(put({ ...check, alive: { ...check.alive, path } }))}
              faults={faults}
              at="check.alive.path"
              placeholder="active"
              isCode
            />
            <ChoiceField
              label={said.livesWhere}
              value={String(check.alive.equals)}
              options={{ true: 'true', false: 'false' }}
              onChange={(equals) =>
                change(put({ ...check, alive: { ...check.alive, equals: equals === 'true' } }))
              }
            />
            <ChoiceField
              label={said.otherwise}
              value={check.otherwise}
              options={{ inactive: said.notActive, expired: said.expired }}
              onChange={(otherwise) =>
                change(put({ ...check, otherwise: otherwise === 'expired' ? 'expired' : 'inactive' }))
              }
            />
            <TextField
              label={said.endInSeconds}
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
            label={said.knowsSignOuts}
            hint={said.knowsSignOutsHint}
            checked={check.provesEnd ?? false}
            onChange={(provesEnd) => change(put({ ...check, provesEnd }))}
          />
        </>
      )}
    </OptionalSection>
  );
}
