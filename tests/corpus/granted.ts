import { gzipped } from '../servers/scripted.ts';
import { type Answer, json, plain, row, whole } from './answer.ts';

const grant = (more: string): string => `{"access_token":"canary-granted"${more}}`;
const core = { kindId: 'datarhei-core' } as const;

/** Answers with a token, however odd the rest of them is. */
export const grantedAnswers: readonly Answer[] = [
  row('none', 'a new pair', 200, json, grant(',"refresh_token":"canary-next","expires_in":600'), {
    next: 'canary-next',
  }),
  row('none', 'no new refresh token', 200, json, grant(',"expires_in":600')),
  row('none', 'an empty refresh token', 200, json, grant(',"refresh_token":""')),
  row('none', 'a refresh token that is null', 200, json, grant(',"refresh_token":null')),
  row('none', 'the same refresh token', 200, json, grant(',"refresh_token":"canary-refresh-token-5"')),
  row('none', 'datarhei Core', 200, json, grant(''), core),
  row('none', '201', 201, json, grant(',"expires_in":600')),
  row('none', 'a type of text/plain', 200, plain, grant(',"expires_in":600')),
  row('none', 'no type', 200, '', grant(',"expires_in":600')),
  row('none', 'a byte order mark', 200, json, `\ufeff${grant('')}`),
  row('none', 'a lifetime in digits', 200, json, grant(',"expires_in":"3600"')),
  row('none', 'a lifetime of 1e400', 200, json, grant(',"expires_in":1e400')),
  row('none', 'a lifetime below nothing', 200, json, grant(',"expires_in":-1')),
  row('none', 'a lifetime that is a list', 200, json, grant(',"expires_in":[600]')),
  row('none', 'a lifetime beyond the calendar', 200, json, grant(',"expires_in":9007199254740993')),
  row('none', 'a scope that is a list', 200, json, grant(',"scope":["a"],"expires_in":600')),
  row('none', 'a scope with a line break', 200, json, grant(',"scope":"a\\r\\nb","expires_in":600')),
  row('none', 'a type of token that is an object', 200, json, grant(',"token_type":{},"expires_in":600')),
  row('none', 'an error beside the token', 200, json, grant(',"error":"","expires_in":600')),
  row('none', 'a prototype beside the token', 200, json, grant(',"__proto__":{"access_token":1}')),
  row('none', 'the token twice', 200, json, '{"access_token":1,"access_token":"canary-granted"}'),
  row('none', 'a hundred thousand members', 200, json, grant(`${',"a":1'.repeat(100_000)}`)),
  { name: 'gzip', code: 'none', reply: gzipped(200, grant(',"expires_in":600')) },
  {
    name: 'two cookies and a Retry-After',
    code: 'none',
    reply: whole(200, { 'Content-Type': json, 'Set-Cookie': 'a=1', 'Retry-After': '60' }, grant('')),
  },
];
