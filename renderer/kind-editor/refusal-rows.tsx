import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import type { Purpose } from '../../electron/contract/server-kind.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
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

/** What answers mean that are no success, where OAuth's words and the status do not say it. */
export function RefusalRows({ editor }: { readonly editor: KindEditor }) {
  const { form, faults, change, remove } = editor;
  const id = useId();
  const refusals = form.refusals ?? [];
  const put = (next: readonly RefusalForm[]) => ({ ...form, refusals: next });

  return (
    <KindPart label="What refusals look like">
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
            <fieldset key={key} className={fieldStyles.card} aria-label={`Refusal ${index + 1}`}>
              <div className={fieldStyles.head}>
                <TextField label="Statuses" placeholder="403" {...text('status')} />
                <ChoiceField
                  label="In answer to"
                  value={refusal.on.length === 1 ? (refusal.on[0] ?? '') : refusal.on.join(', ')}
                  options={purposes}
                  onChange={(on) => set({ on: purposesNamed(on) })}
                />
                <IconButton
                  label={`Remove refusal ${index + 1}`}
                  tip="Remove"
                  className={fieldStyles.remove}
                  onClick={() => remove(put(refusals.filter((_, other) => other !== index)), 'a refusal')}
                >
                  <X />
                </IconButton>
              </div>
              <div className={styles.half}>
                <TextField label="Where its answer has" placeholder="error.code" {...text('path')} />
                <TextField label="The value" placeholder="OTP_REQUIRED" {...text('equals')} />
              </div>
              <ChoiceField
                label="Means"
                value={refusal.code}
                options={meanings}
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
          Add a refusal
        </Button>
      </div>
    </KindPart>
  );
}

const purposes: Readonly<Record<Purpose, string>> = {
  login: 'A sign-in',
  refresh: 'A refresh',
  identity: 'Who am I',
  check: 'Does it live',
  logout: 'A logout',
  revoke: 'A revocation',
  register: 'A registration',
  proof: 'The proof',
  authorize: 'A sign-in elsewhere',
  keys: 'The issuer’s keys',
};

const meanings = {
  'credentials-refused': 'Wrong user or password',
  'one-time-password-needed': 'A one-time password is needed',
  'client-refused': 'Wrong client',
  'grant-refused': 'The session is over',
  'token-refused': 'The token is not taken',
  'scope-refused': 'The scope is refused',
  'already-exists': 'It exists already',
  'bad-input': 'A field is wrong',
  'server-busy': 'The server is busy',
  'server-refused': 'It is refused for another reason',
} as const;

function purposesNamed(value: string): RefusalForm['on'] {
  return value.split(', ').filter((name) => isNameOf(name, purposes));
}

function meaningNamed(value: string): RefusalForm['code'] {
  return isNameOf(value, meanings) ? value : 'server-refused';
}
