import { z } from 'zod';
import { ownKindFaults } from './own-kind-rules.ts';
import { type ServerKind, serverKindSchema } from './server-kind.ts';
import { words } from './words.ts';

/** The id of a kind that a user described; those that Lanyard comes with have none like it. */
export const ownKindId = /^own-[a-z0-9-]{1,64}$/;

/** The schema of all kinds, and what a description from outside has to keep to besides. */
export const ownKindSchema = serverKindSchema
  .extend({ id: z.string().regex(ownKindId), group: z.literal('own') })
  .superRefine((kind, context) => {
    for (const { path, message } of ownKindFaults(kind)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

/** What is wrong with a description, as sentences by the path of the part they belong to, such as `logins.0.request.path`; none for a right one. */
export function kindFaults(kind: unknown): Readonly<Record<string, string>> {
  const draft = isObject(kind) ? { ...kind, id: 'own-draft', group: 'own' } : kind;
  const checked = ownKindSchema.safeParse(draft, { reportInput: true });
  if (checked.success) return {};
  const faults = new Map<string, string>();
  for (const { path, message } of checked.error.issues.flatMap((one) => faultsOf(one))) {
    const name = path.join('.');
    // Of several about one part, the first says most.
    if (!faults.has(name)) faults.set(name, message);
  }
  return Object.fromEntries(faults);
}

/** A description to start from where nothing is known but that JSON goes in and comes out. */
export const blankKind: ServerKind = {
  id: '',
  label: '',
  summary: '',
  group: 'own',
  icon: 'braces',
  settings: [],
  logins: [
    {
      id: 'password',
      label: words.blank.login,
      fields: [
        {
          id: 'username',
          label: words.blank.username,
          type: 'text',
          secret: false,
          optional: false,
          keep: 'always',
        },
        {
          id: 'password',
          label: words.blank.password,
          type: 'password',
          secret: true,
          optional: false,
          keep: 'remembered',
        },
      ],
      canRepeat: true,
      request: {
        method: 'POST',
        path: '/login',
        body: { as: 'json', fields: { username: '{username}', password: '{password}' } },
      },
    },
  ],
  grant: { accessToken: 'access_token' },
  errors: { text: ['message', 'error_description', 'error', 'detail'] },
  probe: { endpoints: [], steps: [] },
  notes: {},
};

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, above: readonly PropertyKey[] = []): readonly Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: words.noPart }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [nearest = []] = [...issue.errors].sort((a, b) => distance(a) - distance(b));
    return nearest.flatMap((inner) => faultsOf(inner, path));
  }
  return [{ path, message: wordsOf(issue) }];
}

/** A branch of another shape is further away than one whose parts have faults. */
function distance(issues: readonly Issue[]): number {
  const shapes = issues.filter(({ code, path }) => code === 'unrecognized_keys' || path.length === 1);
  return shapes.length * 100 + issues.length;
}

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'invalid_type':
      return issue.input === undefined ? words.needed : words.otherSort;
    case 'too_small':
      return words.needed;
    case 'too_big':
      return words.tooLong;
    default:
      return words.notPossible;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
