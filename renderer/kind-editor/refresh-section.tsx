import { Checkbox } from '../ui/checkbox.tsx';
import { Fold } from '../ui/fold.tsx';
import { ChoiceField } from './choice-field.tsx';
import { faultWithin } from './form-faults.ts';
import { GrantFields } from './grant-fields.tsx';
import type { KindEditor } from './kind-editor.ts';
import type { RefreshForm } from './kind-form.ts';
import { OptionalSection } from './kind-section.tsx';
import { withCall } from './optional-calls.ts';
import styles from './request-editor.module.css';
import { RequestEditor } from './request-editor.tsx';
import { TextField } from './text-field.tsx';
import { without, withText } from './with-text.ts';

/** How a session is kept alive. */
export function RefreshSection({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, change, remove } = editor;
  const { refresh } = form;
  const put = (next: RefreshForm) => ({ ...form, refresh: next });

  return (
    <OptionalSection
      title="Refresh"
      question="Tokens can be refreshed"
      hint="Else Lanyard signs in again from what is remembered, or tells you in time."
      isThere={refresh !== undefined}
      onToggle={(isThere) =>
        isThere ? change(withCall(form, 'refresh')) : remove(without(form, 'refresh'), 'the refresh')
      }
    >
      {refresh && (
        <>
          <RequestEditor
            editor={editor}
            request={refresh.request}
            at="refresh.request"
            place="later"
            put={(request) => put({ ...refresh, request })}
          />
          <Checkbox
            label="Its answer is laid out in another way"
            hint="What is left empty then stands where the answer to the login has it."
            checked={refresh.grant !== undefined}
            onChange={(differs) =>
              differs
                ? change(put({ ...refresh, grant: {} }))
                : remove(put(without(refresh, 'grant')), 'where the answer to a refresh holds what')
            }
          />
          {refresh.grant && (
            <GrantFields
              grant={refresh.grant}
              at="refresh.grant"
              faults={faults}
              isPartial
              onChange={(grant) => change(put({ ...refresh, grant }))}
            />
          )}
          <Fold
            label="When a refresh is refused"
            startsOpen={false}
            mustOpen={faultWithin(faults, 'refresh.refusedBy') !== undefined}
          >
            <div className={styles.half}>
              <TextField
                label="Statuses that end the session"
                value={refresh.refusedBy ?? ''}
                onChange={(text) => change(put(withText(refresh, 'refusedBy', text)))}
                faults={faults}
                at="refresh.refusedBy"
                fault={faultWithin(faults, 'refresh.refusedBy')}
                placeholder="401, 403"
                hint="Besides OAuth’s own words."
                optional
                isCode
              />
              <ChoiceField
                label="A refresh token used twice"
                value={refresh.reuse ?? 'revokes'}
                options={reuses}
                onChange={(reuse) => change(put({ ...refresh, reuse: reuseNamed(reuse) }))}
              />
            </div>
          </Fold>
        </>
      )}
    </OptionalSection>
  );
}

const reuses = {
  revokes: 'Ends the session',
  refused: 'Is refused',
  accepted: 'Is taken again',
} as const;

function reuseNamed(value: string): NonNullable<RefreshForm['reuse']> {
  return value === 'accepted' || value === 'refused' ? value : 'revokes';
}
