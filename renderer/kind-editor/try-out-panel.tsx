import { type TriedCall, triedCalls } from '../../electron/contract/try-out.ts';
import { FieldList } from '../sign-in/field-list.tsx';
import { isOpenHttp } from '../state/typed-address.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import type { KindForm } from './kind-form.ts';
import styles from './try-out-panel.module.css';
import { TryOutStep } from './try-out-step.tsx';
import type { KindEditorState } from './use-kind-editor.ts';
import { type TryOut, useTryOut } from './use-try-out.ts';

const said = words.kindAnswer;

interface TryOutPanelProps {
  readonly editor: KindEditorState;
  readonly start: Parameters<typeof useTryOut>[1];
}

/** The dry run beside the form: the exact request of each call, and the answer beside the fields it filled. */
export function TryOutPanel({ editor, start }: TryOutPanelProps) {
  const tryOut = useTryOut(editor, start);
  const { form } = editor;
  const problem = problemOf(tryOut);
  const errors = tryOut.runs.login?.phase === 'missing' ? tryOut.runs.login.fields : fieldErrors(problem);
  const isAddressWrong = problem?.field === 'address';
  const hasRun = Object.keys(tryOut.runs).length > 0;

  return (
    <section className={styles.panel} aria-label={said.dryRun}>
      <div className={styles.head}>
        <h2 className={styles.title}>{said.tryItOut}</h2>
        {hasRun && (
          <Button look="ghost" className={styles.stop} onClick={tryOut.stop}>
            {tryOut.isBusy ? said.stop : said.startOver}
          </Button>
        )}
      </div>
      <p className={styles.words}>{said.nothingKept}</p>
      <Field label={said.address} error={isAddressWrong ? said.badAddress : undefined}>
        {(control) => (
          <Input
            control={control}
            value={tryOut.address}
            onChange={tryOut.typeAddress}
            inputMode="url"
            placeholder="https://api.example.com"
          />
        )}
      </Field>
      {(isOpenHttp(tryOut.address) || tryOut.allowPlainHttp) && (
        <Checkbox
          label={said.allowPlainHttp}
          checked={tryOut.allowPlainHttp}
          onChange={tryOut.setPlainHttp}
        />
      )}
      {tryOut.settingFields.length > 0 && (
        <FieldList
          fields={tryOut.settingFields}
          values={tryOut.settings}
          onChange={tryOut.changeSetting}
          errors={errors}
        />
      )}
      <FieldList
        fields={tryOut.fields}
        values={tryOut.values}
        onChange={tryOut.changeValue}
        errors={errors}
      />
      <ol className={styles.steps}>
        {triedCalls
          .filter((call) => isDescribed(form, call))
          .map((call) => (
            <TryOutStep key={call} call={call} editor={editor} tryOut={tryOut} />
          ))}
      </ol>
    </section>
  );
}

function isDescribed(form: KindForm, call: TriedCall): boolean {
  return call === 'login' || form[call] !== undefined;
}

function problemOf({ runs }: TryOut) {
  const runsNow = Object.values(runs);
  const failed = runsNow.map((run) =>
    run.phase === 'failed' ? run.problem : run.phase === 'done' ? run.tried.problem : null,
  );
  return failed.find((problem) => problem !== null && problem.field !== undefined) ?? null;
}

function fieldErrors(problem: ReturnType<typeof problemOf>): Readonly<Record<string, string>> {
  if (problem?.field === undefined) return {};
  return problem.fields ?? { [problem.field]: said.checkField };
}
