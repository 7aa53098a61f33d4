import { environmentSchema } from '../../electron/contract/environment.ts';
import { environments } from '../../electron/contract/environments.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { words } from '../words/words.ts';
import type { ServerFormState } from './use-server-form.ts';

const text = words.order;
const options = environments.map((value) => ({ value, label: text.environments[value] }));

/** What the server is there for; says so where that is only a suggestion. */
export function EnvironmentField({ state }: { readonly state: ServerFormState }) {
  const { typed, form } = state;
  const isSuggested = typed.environment === null && form.environment !== 'none';
  return (
    <Field label={text.environment} optional hint={isSuggested ? text.environmentSuggested : undefined}>
      {(control) => (
        <Select
          control={control}
          value={form.environment}
          options={options}
          onChange={(chosen) => state.change({ environment: environmentSchema.parse(chosen) }, 'environment')}
        />
      )}
    </Field>
  );
}
