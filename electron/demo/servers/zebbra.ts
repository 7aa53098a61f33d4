import { bearerOf } from './authorization.ts';
import { detail, fastApi, missing, type Route, unprocessable, type ValidationError } from './fastapi.ts';
import { readForm } from './form.ts';
import { readJwt, signJwt } from './jwt.ts';
import type { RecordedRequest, RecordingOptions } from './recording-server.ts';
import { jsonReply, type Reply } from './reply.ts';
import { type StandIn, startStandIn } from './stand-in.ts';
import { totp } from './totp.ts';
import { ZebbraAccounts, type ZebbraInvite, type ZebbraUser } from './zebbra-accounts.ts';

export interface ZebbraOptions extends RecordingOptions {
  /** `auth`: the login paths stand under /auth; `plain`: as they were until August 2022. */
  readonly generation?: 'auth' | 'plain';
  /** Life of a token, seconds. */
  readonly accessTtl?: number;
  readonly users?: readonly ZebbraUser[];
  readonly invites?: readonly ZebbraInvite[];
}

/** The user of Zebbra's own documentation. */
export const charlieBrown: ZebbraUser = {
  username: 'charlie_brown@example.com',
  password: 'secret',
  firstName: 'Charlie',
  lastName: 'Brown',
  workspace: 'My Workspace',
};

/** Its prose says so; the software itself has no default. */
const DEFAULT_ACCESS_TTL = 1800;
const KEY = 'signs the tokens of a demo Zebbra';
const CHALLENGE = { 'www-authenticate': 'Bearer' };

const unauthorized = (text: string): Reply => detail(401, text, CHALLENGE);

function openApiDocument(routes: readonly Route[]): unknown {
  const paths = routes.map(([method, path]) => [path, { [method.toLowerCase()]: {} }]);
  const flows = { password: { scopes: {}, tokenUrl: 'token' } };
  return {
    openapi: '3.0.2',
    info: { title: 'Zebbra API Docs', version: '0.1.0' },
    paths: Object.fromEntries(paths),
    components: { securitySchemes: { OAuth2PasswordBearer: { type: 'oauth2', flows } } },
  };
}

/** A Zebbra that answers as the real one was recorded to. */
export async function startZebbra(options: ZebbraOptions = {}): Promise<StandIn> {
  const accounts = new ZebbraAccounts(options.users ?? [], options.invites ?? []);
  const accessTtl = options.accessTtl ?? DEFAULT_ACCESS_TTL;
  const prefix = options.generation === 'plain' ? '' : '/auth';
  const loggedOut = new Set<string>();

  return startStandIn(options, (server) => {
    const seconds = () => Math.floor(server.now() / 1000);

    function claimsOf(token: string): { readonly sub: unknown; readonly expired: boolean } | undefined {
      const jwt = readJwt(token);
      if (!jwt?.isSignedBy(KEY)) return undefined;
      return { sub: jwt.claims.sub, expired: Number(jwt.claims.exp) < seconds() };
    }

    function identify(request: RecordedRequest) {
      const token = bearerOf(request);
      if (token === undefined) return { refusal: unauthorized('Not authenticated') };
      if (loggedOut.has(token)) return { refusal: unauthorized('Expired token') };
      const claims = claimsOf(token);
      const account = claims?.expired === false ? accounts.find(String(claims.sub)) : undefined;
      if (account === undefined) return { refusal: unauthorized('Could not validate credentials') };
      return account.disabled ? { refusal: detail(400, 'Inactive user') } : { account };
    }

    function login(request: RecordedRequest): Reply {
      // FastAPI takes an empty form field for a missing one.
      const form = new Map([...readForm(request)].filter(([, value]) => value !== ''));
      const errors: ValidationError[] = [];
      if (!/^password/.test(form.get('grant_type') ?? 'password')) {
        const msg = 'string does not match regex "password"';
        const ctx = { pattern: 'password' };
        errors.push({ loc: ['body', 'grant_type'], msg, type: 'value_error.str.regex', ctx });
      }
      for (const name of ['username', 'password']) if (!form.has(name)) errors.push(missing('body', name));
      if (errors.length > 0) return unprocessable(errors);
      const account = accounts.find(form.get('username') ?? '');
      if (account === undefined || account.password !== form.get('password')) {
        return unauthorized('Incorrect username or password');
      }
      if (account.otp?.required && form.get('otp') !== totp(account.otp.secret, server.now())) {
        return detail(401, 'OTP of Two-Factor Authentication is invalid');
      }
      const access_token = signJwt({ sub: account.username, exp: seconds() + accessTtl }, KEY);
      return jsonReply(200, { access_token, token_type: 'bearer' });
    }

    function askForExpiry(request: RecordedRequest): Reply {
      const token = bearerOf(request);
      if (token === undefined) return unauthorized('Not authenticated');
      const claims = claimsOf(token);
      if (claims !== undefined) return jsonReply(200, { expired: claims.expired });
      const headers = { 'content-type': 'text/plain; charset=utf-8' };
      return { status: 500, headers, body: 'Internal Server Error' };
    }

    function logout(request: RecordedRequest): Reply {
      const token = bearerOf(request);
      if (token === undefined) return unauthorized('Not authenticated');
      loggedOut.add(token);
      return jsonReply(200, { message: 'Logged out.' });
    }

    function whoAmI(request: RecordedRequest): Reply {
      const { account, refusal } = identify(request);
      if (account === undefined) return refusal;
      const { _id, username, first_name, last_name, workspace } = account;
      const workspaces = [{ _id: workspace._id, name: workspace.name }];
      return jsonReply(200, { _id, username, first_name, last_name, workspaces, models: workspace.models });
    }

    function requiresOtp(request: RecordedRequest): Reply {
      const username = new URLSearchParams(request.search).get('username');
      if (username === null) return unprocessable([missing('query', 'username')]);
      const isRequired = accounts.find(username)?.otp?.required === true;
      return jsonReply(200, { message: isRequired ? 'OTP required' : 'OTP not required' });
    }

    function createOtp(request: RecordedRequest): Reply {
      const { account, refusal } = identify(request);
      return account === undefined ? refusal : accounts.createOtp(account);
    }

    function validateOtp(request: RecordedRequest): Reply {
      const { account, refusal } = identify(request);
      if (account === undefined) return refusal;
      const otp = new URLSearchParams(request.search).get('otp');
      if (otp === null) return unprocessable([missing('query', 'otp')]);
      return accounts.validateOtp(account, otp, server.now());
    }

    const routes: readonly Route[] = [
      ['GET', '/', () => jsonReply(200, { message: 'Hello Zebbra!' })],
      ['GET', '/openapi.json', () => jsonReply(200, openApiDocument(routes))],
      ['POST', `${prefix}/register`, (request) => accounts.register(request)],
      ['POST', `${prefix}/token`, login],
      ['GET', `${prefix}/token/expired`, askForExpiry],
      ['POST', `${prefix}/logout`, logout],
      ['GET', '/user', whoAmI],
      ['GET', '/user/requiresOtp', requiresOtp],
      ['POST', '/user/otp/create', createOtp],
      ['POST', '/user/otp/validate', validateOtp],
    ];
    return fastApi(routes);
  });
}
