import { randomBytes } from 'node:crypto';
import { detail, missing, unprocessable, type ValidationError } from './fastapi.ts';
import type { RecordedRequest } from './recording-server.ts';
import { jsonReply, type Reply } from './reply.ts';
import { toBase32, totp } from './totp.ts';

interface Named {
  readonly _id: string;
  readonly name: string;
}

interface Workspace extends Named {
  readonly models: readonly Named[];
}

interface Account {
  readonly _id: string;
  readonly username: string;
  readonly password: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly disabled: boolean;
  readonly workspace: Workspace;
  otp?: { readonly secret: string; readonly required: boolean };
}

export interface ZebbraUser {
  readonly username: string;
  readonly password: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly workspace?: string;
  readonly disabled?: boolean;
  /** A base32 secret: the account then asks for a one-time password. */
  readonly otpSecret?: string;
}

export interface ZebbraInvite {
  readonly code: string;
  readonly workspace: string;
  readonly expired?: boolean;
}

const newId = (): string => randomBytes(12).toString('hex');

const REQUIRED = ['username', 'first_name', 'last_name', 'password'] as const;
const TEXTS = [
  'username',
  'first_name',
  'last_name',
  'new_workspace_name',
  'invite_code',
  'password',
] as const;

function checkText(
  fields: Readonly<Record<string, unknown>>,
  name: (typeof TEXTS)[number],
): ValidationError[] {
  const value = fields[name];
  const isRequired = REQUIRED.some((required) => required === name);
  const loc = ['body', name];
  if (value === undefined) return isRequired ? [missing(...loc)] : [];
  if (value === null) {
    const msg = 'none is not an allowed value';
    return isRequired ? [{ loc, msg, type: 'type_error.none.not_allowed' }] : [];
  }
  return typeof value === 'object' ? [{ loc, msg: 'str type expected', type: 'type_error.str' }] : [];
}

type Registration = Partial<Readonly<Record<(typeof TEXTS)[number], string>>>;

function readRegistration(request: RecordedRequest): Registration | readonly ValidationError[] {
  if (request.body === '') return [missing('body')];
  let parsed: unknown = request.body;
  if (/^application\/json\b/i.test(request.headers['content-type'] ?? 'application/json')) {
    try {
      parsed = JSON.parse(request.body);
    } catch {
      const msg = 'Expecting value: line 1 column 1 (char 0)';
      const ctx = { msg: 'Expecting value', doc: request.body, pos: 0, lineno: 1, colno: 1 };
      return [{ loc: ['body', 0], msg, type: 'value_error.jsondecode', ctx }];
    }
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return [{ loc: ['body'], msg: 'value is not a valid dict', type: 'type_error.dict' }];
  }
  const fields: Readonly<Record<string, unknown>> = { ...parsed };
  const errors = TEXTS.flatMap((name) => checkText(fields, name));
  if (errors.length > 0) return errors;
  const given = TEXTS.filter((name) => fields[name] !== undefined && fields[name] !== null);
  return Object.fromEntries(given.map((name) => [name, String(fields[name])]));
}

const isRefused = (read: Registration | readonly ValidationError[]): read is readonly ValidationError[] =>
  Array.isArray(read);

/** The people, workspaces and invitations of one Zebbra. */
export class ZebbraAccounts {
  readonly #accounts = new Map<string, Account>();
  readonly #workspaces = new Map<string, Workspace>();
  readonly #invites: readonly ZebbraInvite[];

  constructor(users: readonly ZebbraUser[], invites: readonly ZebbraInvite[]) {
    this.#invites = invites;
    for (const user of users) this.#seed(user);
  }

  find(username: string): Account | undefined {
    return this.#accounts.get(username);
  }

  register(request: RecordedRequest): Reply {
    const asked = readRegistration(request);
    if (isRefused(asked)) return unprocessable(asked);
    const { username = '', first_name = '', last_name = '', password = '' } = asked;
    const { new_workspace_name: newWorkspace, invite_code: inviteCode } = asked;
    if ((newWorkspace === undefined) === (inviteCode === undefined)) {
      return detail(400, 'Exactly one of workspace_id and new_workspace_name must be specified.');
    }
    if (this.#accounts.has(username)) return detail(409, 'Username already exists');
    let name = newWorkspace ?? '';
    if (inviteCode !== undefined) {
      const invite = this.#invites.find((candidate) => candidate.code === inviteCode);
      if (invite === undefined) return detail(400, 'Invite code does not exist');
      if (invite.expired) return detail(400, 'Invite code has expired');
      name = invite.workspace;
    } else if (this.#workspaces.has(name)) return detail(409, 'Workspace name already exists');
    const _id = newId();
    const workspace = this.#workspaceNamed(name);
    const person = { _id, username, first_name, last_name };
    this.#accounts.set(username, { ...person, password, disabled: false, workspace });
    return jsonReply(200, { ...person, disabled: false });
  }

  createOtp(account: Account): Reply {
    const secret = toBase32(randomBytes(20));
    account.otp = { secret, required: false };
    const label = `Zebbra:${encodeURIComponent(account.username)}`;
    const url = `otpauth://totp/${label}?secret=${secret}&issuer=Zebbra`;
    return jsonReply(200, { url, secret, issuer: 'Zebbra', name: account.username });
  }

  validateOtp(account: Account, otp: string, at: number): Reply {
    const { secret } = account.otp ?? {};
    const valid = secret !== undefined && totp(secret, at) === otp;
    if (valid) account.otp = { secret, required: true };
    return jsonReply(200, { otp, valid });
  }

  #workspaceNamed(name: string): Workspace {
    const workspace = this.#workspaces.get(name) ?? {
      _id: newId(),
      name,
      models: [{ _id: newId(), name: 'Demo Model (SaaS)' }],
    };
    this.#workspaces.set(name, workspace);
    return workspace;
  }

  #seed(user: ZebbraUser): void {
    this.#accounts.set(user.username, {
      _id: newId(),
      username: user.username,
      password: user.password,
      first_name: user.firstName ?? 'Charlie',
      last_name: user.lastName ?? 'Brown',
      disabled: user.disabled ?? false,
      workspace: this.#workspaceNamed(user.workspace ?? `WS ${user.username}`),
      ...(user.otpSecret !== undefined && { otp: { secret: user.otpSecret, required: true } }),
    });
  }
}
