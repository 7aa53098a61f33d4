import { kindFaults } from '../contract/own-kind.ts';
import type { RequestTemplate } from '../contract/request-template.ts';
import type { Field } from '../contract/server.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { words } from '../words/words.ts';
import { fieldMeaning, isSecretName } from './field-names.ts';

const said = words.findings;

/** A name in a login request, and what stands there. */
export interface DescribedField {
  readonly name: string;
  readonly place: 'body' | 'header' | 'basic-user' | 'basic-password';
  /** Sent as it is; without one it is asked for when signing in. */
  readonly constant?: string;
  readonly optional?: boolean;
  readonly secret?: boolean;
}

/** A login as a description of a server tells it. */
export interface DescribedLogin {
  readonly label: string;
  readonly method: RequestTemplate['method'];
  /** Path and query. */
  readonly path: string;
  readonly bodyAs: 'json' | 'form' | null;
  readonly fields: readonly DescribedField[];
  /** Where in the answer what stands, as far as it is known. */
  readonly grant: Partial<ServerKind['grant']>;
}

interface Placed extends DescribedField {
  readonly field: Field;
}

/** Makes a kind of server of a login; null where a name or value in it cannot stand in a kind. */
export function ownKind(login: DescribedLogin): ServerKind | null {
  const placed = withIds(login.fields);
  const template = ({ constant, field }: Placed): string => constant ?? `{${field.id}}`;
  const inBody = placed.filter(({ place }) => place === 'body');
  const inHeaders = placed.filter(({ place }) => place === 'header');
  const user = placed.find(({ place }) => place === 'basic-user');
  const pass = placed.find(({ place }) => place === 'basic-password');
  const request: RequestTemplate = {
    method: login.method,
    path: login.path,
    ...(user && pass && { basic: { username: template(user), password: template(pass) } }),
    ...(inHeaders.length > 0 && {
      headers: Object.fromEntries(inHeaders.map((one) => [one.name, template(one)])),
    }),
    ...(login.bodyAs && {
      body: {
        as: login.bodyAs,
        fields: Object.fromEntries(inBody.map((one) => [one.name, template(one)])),
      },
    }),
  };
  const kind: ServerKind = {
    id: 'own',
    label: login.label,
    summary: `${login.method} ${login.path.replace(/\?.*/s, '')}`.slice(0, 120),
    group: 'own',
    icon: 'braces',
    settings: [],
    logins: [
      {
        id: 'login',
        label: said.ownKind.login,
        fields: placed.filter(({ constant }) => constant === undefined).map(({ field }) => field),
        canRepeat: true,
        request,
      },
    ],
    grant: { accessToken: 'access_token', ...login.grant },
    errors: { text: ['error_description', 'message', 'detail', 'error'] },
    probe: { endpoints: [], steps: [] },
    notes: { end: said.ownKind.end },
  };
  // Braces in a name or constant would be read as a place to fill in.
  const isLiteral = [
    login.path,
    ...login.fields.flatMap(({ name, constant }) => [name, constant ?? '']),
  ].every((text) => !/[{}]/.test(text));
  return isLiteral && Object.keys(kindFaults(kind)).length === 0 ? kind : null;
}

function withIds(fields: readonly DescribedField[]): readonly Placed[] {
  const taken = new Set<string>();
  return fields.map((described) => {
    const { id, label } = fieldMeaning(described.name);
    let free = id;
    for (let count = 2; taken.has(free); count += 1) free = `${id}${count}`;
    if (described.constant === undefined) taken.add(free);
    const secret = described.secret ?? isSecretName(described.name);
    const isCode = id === 'otp';
    return {
      ...described,
      field: {
        id: free,
        label,
        type: isCode ? 'one-time-code' : secret ? 'password' : 'text',
        secret,
        optional: described.optional ?? false,
        keep: isCode ? 'never' : secret ? 'remembered' : 'always',
      },
    };
  });
}
