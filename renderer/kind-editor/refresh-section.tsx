import { Checkbox } from '../ui/checkbox.tsx';
import { Fold } from '../ui/fold.tsx';
import { words } from '../words/words.ts';
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

const said = words.kindCalls;

/** How a session is kept alive. */
export function RefreshSection({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, change, remove } = editor;
  const { refresh } = form;
  const put = (next: RefreshForm) => ({ ...form, refresh: next });

  return (
    <OptionalSection
      title={said.refresh}
      question={said.canRefresh}
      hint={said.canRefreshHint}
      isThere={refresh !== undefined}
      onToggle={(isThere) =>
        isThere ? change(withCall(form, 'refresh')) : remove(without(form, 'refresh'), said.theRefresh)
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
            label={said.answerDiffers}
            hint={said.answerDiffersHint}
            checked={refresh.grant !== undefined}
            onChange={(differs) =>
              differs
                ? change(put({ ...refresh, grant: {} }))
                : remove(put(without(refresh, 'grant')), said.theRefreshAnswer)
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
            label={said.whenRefused}
            startsOpen={false}
            mustOpen={faultWithin(faults, 'refresh.refusedBy') !== undefined}
          >
            <div className={styles.half}>
              <TextField
                label={said.endingStatuses}
                value={refresh.refusedBy ?? ''}
                onChange={(text) => change(put(withText(refresh, 'refusedBy', text)))}
                faults={faults}
                at="refresh.refusedBy"
                fault={faultWithin(faults, 'refresh.refusedBy')}
                placeholder="401, 403"
                hint={said.endingStatusesHint}
                optional
                isCode
              />
              <ChoiceField
                label={said.usedTwice}
                value={refresh.reuse ?? 'revokes'}
                options={said.reuses}
                onChange={(reuse) => change(put({ ...refresh, reuse: reuseNamed(reuse) }))}
              />
            </div>
          </Fold>
        </>
      )}
    </OptionalSection>
  );
}

function reuseNamed(value: string): NonNullable<RefreshForm['reuse']> {
  return value === 'accepted' || value === 'refused' ? value : 'revokes';
}
