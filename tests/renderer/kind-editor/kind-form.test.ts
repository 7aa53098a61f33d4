import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankKind, kindFaults } from '../../../electron/contract/own-kind.ts';
import type { ServerKind } from '../../../electron/contract/server-kind.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { formOf, kindOf } from '../../../renderer/kind-editor/kind-form.ts';

const text = fc.string({ maxLength: 12 });
const record = fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), text, { maxKeys: 4 });
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);
const status = fc.array(fc.integer({ min: 100, max: 599 }), { maxLength: 3 });
const request = fc.record(
  {
    method: fc.constantFrom('GET' as const, 'PUT' as const),
    path: text,
    bearer: text,
    basic: fc.record({ username: text, password: text }),
    headers: record,
    client: text,
    body: fc.record(
      { as: text, fields: record, lists: fc.array(text), more: text },
      { requiredKeys: ['as', 'fields'] },
    ),
  },
  { requiredKeys: ['method', 'path'] },
);
const field = fc.record(
  {
    id: text,
    label: text,
    type: fc.constantFrom('text' as const, 'password' as const),
    secret: fc.boolean(),
    optional: fc.boolean(),
    keep: fc.constantFrom('always' as const, 'never' as const),
    hint: text,
    onlyWhen: fc.record({ field: text, is: fc.array(text) }),
  },
  { requiredKeys: ['id', 'label', 'type', 'secret', 'optional', 'keep'] },
);
const fields = fc.array(field, { maxLength: 3 });
const login = fc.oneof(
  fc.record({ id: text, label: text, fields, canRepeat: fc.boolean(), request }),
  fc.record({
    id: text,
    label: text,
    fields,
    canRepeat: fc.constant(false as const),
    paste: fc.constant(true as const),
  }),
  fc.record({
    id: text,
    label: text,
    fields,
    canRepeat: fc.constant(false as const),
    flow: fc.constant('device-code' as const),
    authorize: request,
    request,
  }),
);
const match = fc.record({ status, path: text, exists: fc.boolean(), equals: scalar }, { requiredKeys: [] });
const described: fc.Arbitrary<ServerKind> = fc
  .record(
    {
      label: text,
      origins: fc.array(text),
      logins: fc.array(login, { minLength: 1, maxLength: 3 }),
      refresh: fc.record({ request, refusedBy: status }, { requiredKeys: ['request'] }),
      identity: fc.record({
        request,
        who: fc.array(text),
        details: fc.array(fc.record({ label: text, path: text })),
      }),
      check: fc.record({
        request,
        alive: fc.record({ path: text, equals: fc.boolean() }),
        otherwise: fc.constant('expired' as const),
      }),
      end: fc.record({ outcome: fc.constant('revoked' as const), request }),
      register: fc.record({ fields, request }),
      refusals: fc.array(
        fc.record({
          on: fc.constant<('login' | 'check')[]>(['login', 'check']),
          match,
          code: fc.constant('denied' as const),
        }),
      ),
      documentedLifetimeSeconds: fc.double({ min: 1, max: 1e9, noNaN: true }),
      slowFailureMs: fc.integer(),
    },
    { requiredKeys: ['label', 'logins'] },
  )
  .map((part) => ({ ...blankKind, ...part }));

describe('a description in the form', () => {
  it.each([blankKind, ...kinds].map((kind) => [kind.label || 'blank', kind] as const))(
    'is the same as before when nothing was typed: %s',
    (_label, kind) => {
      const before = JSON.stringify(kind);
      expect(kindOf(formOf(kind))).toStrictEqual(JSON.parse(before));
      expect(JSON.stringify(kind)).toBe(before);
    },
  );

  it('is the same as before whatever it holds', () => {
    fc.assert(
      fc.property(described, (kind) => {
        const plain = JSON.parse(JSON.stringify(kind)) as ServerKind;
        expect(kindOf(formOf(plain))).toStrictEqual(plain);
      }),
    );
  });

  it('leaves out rows in which nothing is typed yet', () => {
    const form = formOf(blankKind);
    const [login] = form.logins;
    if (!login || !('request' in login)) throw new Error('the blank description has a request');
    const body = { as: 'json', fields: [{ name: '', value: '' }] };
    const next = kindOf({ ...form, logins: [{ ...login, request: { ...login.request, body } }] });
    expect(next.logins[0]).toMatchObject({ request: { body: { as: 'json', fields: {} } } });
  });

  it('says at its own place what cannot be read', () => {
    const form = formOf({ ...blankKind, label: 'Made up' });
    const faults = kindFaults(
      kindOf({
        ...form,
        documentedLifetimeSeconds: 'ten',
        refusals: [{ on: ['login'], match: { status: '401, x' }, code: 'denied' }],
      }),
    );
    expect(Object.keys(faults).sort()).toEqual(['documentedLifetimeSeconds', 'refusals.0.match.status.1']);
  });
});
