import { Checkbox } from '../ui/checkbox.tsx';
import { Fold } from '../ui/fold.tsx';
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

/** How the server is asked who a token belongs to. */
export function IdentitySection({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, change, remove } = editor;
  const { identity } = form;
  const put = (next: CallForm<'identity'>) => ({ ...form, identity: next });

  return (
    <OptionalSection
      title="Who am I"
      question="The server says whose token it is"
      hint="Any call that only a good token is let into will do: it proves that the token is taken."
      isThere={identity !== undefined}
      onToggle={(isThere) =>
        isThere ? change(withCall(form, 'identity')) : remove(without(form, 'identity'), 'who am I')
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
            label="Names the user"
            noun="source"
            texts={identity.who}
            onChange={(who) => change(put({ ...identity, who: [...who] }))}
            onRemove={(who, words) => remove(put({ ...identity, who: [...who] }), words)}
            faults={faults}
            at="identity.who"
            placeholder="data.email"
            hint="The first that is there counts: a place in the answer, claim:sub of the token, or field:username of the login."
          />
          <PairList
            label="Shown beside it"
            noun="detail"
            pairs={identity.details.map(({ label, path }) => ({ name: label, value: path }))}
            onChange={(pairs) => change(put({ ...identity, details: detailsOf(pairs) }))}
            onRemove={(pairs, words) => remove(put({ ...identity, details: detailsOf(pairs) }), words)}
            names={[]}
            faultOf={(_, index) => faultWithin(faults, `identity.details.${index}`)}
            placeholders={['E-mail', 'data.email']}
          />
          <Fold
            label="What proves a good token"
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
        label="Only there for a good token"
        value={proof?.path ?? ''}
        onChange={(path) =>
          onChange(path === '' ? without(identity, 'proof') : { ...identity, proof: { ...proof, path } })
        }
        faults={editor.faults}
        at="identity.proof.path"
        placeholder="data.id"
        hint="Empty, any success that is no web page is a proof."
        optional
        isCode
      />
      {proof && (
        <Checkbox
          label="Where it is missing, the token was refused"
          checked={proof.absentMeansRefused ?? false}
          onChange={(absentMeansRefused) =>
            onChange({ ...identity, proof: { ...proof, absentMeansRefused } })
          }
        />
      )}
      <Checkbox
        label="Good tokens may be refused here too"
        hint="A refusal alone then proves nothing."
        checked={identity.mayRefuseGoodTokens ?? false}
        onChange={(mayRefuseGoodTokens) => onChange({ ...identity, mayRefuseGoodTokens })}
      />
    </>
  );
}

function detailsOf(pairs: readonly Pair[]): { label: string; path: string }[] {
  return pairs.map(({ name, value }) => ({ label: name, path: value }));
}
