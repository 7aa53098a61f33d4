import { Checkbox } from '../ui/checkbox.tsx';
import { Fold } from '../ui/fold.tsx';
import { words } from '../words/words.ts';
import { faultWithin } from './form-faults.ts';
import type { KindEditor } from './kind-editor.ts';
import type { CallForm } from './kind-form.ts';
import { OptionalSection } from './kind-section.tsx';
import { withCall } from './optional-calls.ts';
import { PairList } from './pair-list.tsx';
import { RequestEditor } from './request-editor.tsx';
import { TextField } from './text-field.tsx';
import { TextList } from './text-list.tsx';
import type { Pair } from './typed-values.ts';
import { without } from './with-text.ts';

const said = words.kindCalls;
const rows = words.kindRows;

/** How the server is asked who a token belongs to. */
export function IdentitySection({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, change, remove } = editor;
  const { identity } = form;
  const put = (next: CallForm<'identity'>) => ({ ...form, identity: next });

  return (
    <OptionalSection
      title={said.whoAmI}
      question={said.saysWhose}
      hint={said.saysWhoseHint}
      isThere={identity !== undefined}
      onToggle={(isThere) =>
        isThere ? change(withCall(form, 'identity')) : remove(without(form, 'identity'), said.theWhoAmI)
      }
    >
      {identity && (
        <>
          <RequestEditor
            editor={editor}
            request={identity.request}
            at="identity.request"
            place="later"
            put={(request) => put({ ...identity, request })}
          />
          <TextList
            label={said.namesUser}
            rows={rows.source}
            texts={identity.who}
            onChange={(who) => change(put({ ...identity, who: [...who] }))}
            onRemove={(who, words) => remove(put({ ...identity, who: [...who] }), words)}
            faults={faults}
            at="identity.who"
            placeholder="data.email"
            hint={said.namesUserHint}
          />
          <PairList
            label={said.shownBeside}
            rows={rows.detail}
            pairs={identity.details.map(({ label, path }) => ({ name: label, value: path }))}
            onChange={(pairs) => change(put({ ...identity, details: detailsOf(pairs) }))}
            onRemove={(pairs, words) => remove(put({ ...identity, details: detailsOf(pairs) }), words)}
            names={[]}
            faultOf={(_, index) => faultWithin(faults, `identity.details.${index}`)}
            placeholders={[said.detailExample, 'data.email']}
          />
          <Fold
            label={said.provesGood}
            startsOpen={false}
            mustOpen={faultWithin(faults, 'identity.proof') !== undefined}
          >
            <Proof editor={editor} identity={identity} onChange={(next) => change(put(next))} />
          </Fold>
        </>
      )}
    </OptionalSection>
  );
}

interface ProofProps {
  readonly editor: KindEditor;
  readonly identity: CallForm<'identity'>;
  readonly onChange: (identity: CallForm<'identity'>) => void;
}

function Proof({ editor, identity, onChange }: ProofProps) {
  const { proof } = identity;
  return (
    <>
      <TextField
        label={said.onlyForGood}
        value={proof?.path ?? ''}
        onChange={(path) =>
          onChange(path === '' ? without(identity, 'proof') : { ...identity, proof: { ...proof, path } })
        }
        faults={editor.faults}
        at="identity.proof.path"
        placeholder="data.id"
        hint={said.onlyForGoodHint}
        optional
        isCode
      />
      {proof && (
        <Checkbox
          label={said.missingIsRefused}
          checked={proof.absentMeansRefused ?? false}
          onChange={(absentMeansRefused) =>
            onChange({ ...identity, proof: { ...proof, absentMeansRefused } })
          }
        />
      )}
      <Checkbox
        label={said.mayRefuseGood}
        hint={said.mayRefuseGoodHint}
        checked={identity.mayRefuseGoodTokens ?? false}
        onChange={(mayRefuseGoodTokens) => onChange({ ...identity, mayRefuseGoodTokens })}
      />
    </>
  );
}

function detailsOf(pairs: readonly Pair[]): { label: string; path: string }[] {
  return pairs.map(({ name, value }) => ({ label: name, path: value }));
}
