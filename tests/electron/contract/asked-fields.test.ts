import { describe, expect, it } from 'vitest';
import { askedFields, type Filled } from '../../../electron/contract/asked-fields.ts';
import type { Field } from '../../../electron/contract/server.ts';

function field(id: string, more: Partial<Field> = {}): Field {
  return { id, label: id, type: 'text', secret: false, optional: false, keep: 'always', ...more };
}

const how = field('how', {
  type: 'select',
  options: [
    { value: 'none', label: 'None' },
    { value: 'basic', label: 'Basic' },
  ],
});
const secret = field('secret', { onlyWhen: { field: 'how', is: ['basic', 'body'] } });

function asked(fields: readonly Field[], values: Filled['values'], settings?: Filled): readonly string[] {
  return askedFields({ fields, values }, settings).map(({ id }) => id);
}

describe('askedFields', () => {
  it('asks for a field where another one of its form stands at a value it needs', () => {
    expect(asked([how, secret], { how: 'basic' })).toEqual(['how', 'secret']);
    expect(asked([how, secret], { how: 'none' })).toEqual(['how']);
  });

  it('takes a choice that nobody has touched for what it proposes, else for its first option', () => {
    expect(asked([how, secret], {})).toEqual(['how']);
    expect(asked([{ ...how, initial: 'basic' }, secret], {})).toEqual(['how', 'secret']);
    expect(asked([{ ...how, initial: 'basic' }, secret], { how: '' })).toEqual(['how']);
  });

  it('looks at the settings of the server where the form has no such field', () => {
    expect(asked([secret], {}, { fields: [how], values: { how: 'basic' } })).toEqual(['secret']);
    expect(asked([secret], {}, { fields: [how], values: {} })).toEqual([]);
    expect(asked([secret], { how: 'basic' })).toEqual([]);
  });

  it('asks for nothing that hangs on a field which is not asked for itself', () => {
    const inner = field('inner', { onlyWhen: { field: 'secret', is: ['x'] } });
    expect(asked([how, secret, inner], { how: 'basic', secret: 'x' })).toEqual(['how', 'secret', 'inner']);
    expect(asked([how, secret, inner], { how: 'none', secret: 'x' })).toEqual(['how']);
  });

  it('comes to an end where conditions go in a circle, and is not misled by inherited names', () => {
    const one = field('one', { onlyWhen: { field: 'two', is: ['x'] } });
    const two = field('two', { onlyWhen: { field: 'one', is: ['x'] } });
    expect(asked([one, two], { one: 'x', two: 'x' })).toEqual([]);
    expect(asked([field('a', { onlyWhen: { field: 'constructor', is: [''] } })], {})).toEqual([]);
  });
});
