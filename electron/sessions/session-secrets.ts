import type { Field } from '../contract/server.ts';
import type { ProfileRecord } from './profile-record.ts';

/** Everything secret that is kept for a profile: what was typed, and what its server gave. `form` names the fields of its login. */
export function secretsOf({ fields, secretFields, grant }: ProfileRecord, form: readonly Field[]): string[] {
  const kept = form.filter(({ id, secret }) => secret && Object.hasOwn(fields, id)).map(({ id }) => id);
  return [
    ...[...kept, ...(secretFields ?? [])].map((id) => fields[id] ?? ''),
    grant?.accessToken ?? '',
    grant?.refreshToken ?? '',
    grant?.key ?? '',
  ];
}
