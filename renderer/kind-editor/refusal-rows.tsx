import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { words } from '../words/words.ts';
import { ChoiceField } from './choice-field.tsx';
import fieldStyles from './field-card.module.css';
import { faultWithin } from './form-faults.ts';
import { isNameOf } from './is-name-of.ts';
import type { KindEditor } from './kind-editor.ts';
import type { MatchForm, RefusalForm } from './kind-form.ts';
import { KindPart } from './kind-section.tsx';
import styles from './request-editor.module.css';
import { TextField } from './text-field.tsx';
import { withText } from './with-text.ts';

const said = words.kindCalls;
const rows = words.kindRows;

/** What answers mean that are no success, where OAuth's words and the status do not say it. */
export function RefusalRows({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, change, remove } = editor;
  const id = useId();
  const refusals = form.refusals ?? [];
  const put = (next: readonly RefusalForm[]) => ({ ...form, refusals: next });

  return (
    <KindPart label={said.refusals}>
      <div className={fieldStyles.list}>
        {refusals.map((refusal, index) => {
          const at = `refusals.${index}.match`;
          const key = `${id}-${index}`;
          const set = (part: Partial<RefusalForm>) =>
            change(put(refusals.map((each, other) => (other === index ? { ...refusal, ...part } : each))));
          const text = (name: keyof MatchForm & ('status' | 'path' | 'equals')) => ({
            value: refusal.match[name] ?? '',
            onChange: (next: string) => set({ match: withText(refusal.match, name, next) }),
            faults,
            at: `${at}.${name}`,
            fault: faultWithin(faults, `${at}.${name}`),
            optional: true,
            isCode: true,
          });
          return (
            <fieldset key={key} className={fieldStyles.card} aria-label={said.refusal(index + 1)}>
              <div className={fieldStyles.head}>
                <TextField label={said.statuses} placeholder="403" {...text('status')} />
                <ChoiceField
                  label={said.inAnswerTo}
                  value={refusal.on.length === 1 ? (refusal.on[0] ?? '') : refusal.on.join(', ')}
                  options={said.purposes}
                  onChange={(on) => set({ on: purposesNamed(on) })}
                />
                <IconButton
                  label={rows.remove(rows.refusal.one(index + 1))}
                  tip={rows.removeTip}
                  className={fieldStyles.remove}
                  onClick={() => remove(put(refusals.filter((_, other) => other !== index)), said.aRefusal)}
                >
                  <X />
                </IconButton>
              </div>
              <div className={styles.half}>
                <TextField label={said.whereItHas} placeholder="error.code" {...text('path')} />
                <TextField label={said.theValue} placeholder="OTP_REQUIRED" {...text('equals')} />
              </div>
              <ChoiceField
                label={said.means}
                value={refusal.code}
                options={said.meanings}
                onChange={(code) => set({ code: meaningNamed(code) })}
              />
            </fieldset>
          );
        })}
        <Button
          look="ghost"
          className={fieldStyles.add}
          icon={<Plus />}
          onClick={() =>
            change(put([...refusals, { on: ['login'], match: {}, code: 'credentials-refused' }]))
          }
        >
          {rows.refusal.add}
        </Button>
      </div>
    </KindPart>
  );
}

function purposesNamed(value: string): RefusalForm['on'] {
  return value.split(', ').filter((name) => isNameOf(name, said.purposes));
}

function meaningNamed(value: string): RefusalForm['code'] {
  return isNameOf(value, said.meanings) ? value : 'server-refused';
}
