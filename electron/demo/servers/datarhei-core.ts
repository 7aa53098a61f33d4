import { randomUUID } from 'node:crypto';
import { type Auth0Tenant, judgeAuth0Token } from './auth0-tenant.ts';
import { bearerOf } from './authorization.ts';
import { readJwt, signJwt } from './jwt.ts';
import type { RecordedRequest, RecordingOptions } from './recording-server.ts';
import { jsonReply, type Reply } from './reply.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

export interface DatarheiCoreOptions extends RecordingOptions {
  readonly username?: string;
  readonly password?: string;
  /** `off`: no authentication at all; `not-for-localhost`: none is asked from 127.0.0.1, so from no test. */
  readonly authentication?: 'on' | 'off' | 'not-for-localhost';
  readonly auth0?: Auth0Tenant;
  readonly name?: string;
  /** Lives of the two tokens, seconds; fixed in the real server. */
  readonly accessTtl?: number;
  readonly refreshTtl?: number;
  /** How long the server sleeps before it answers a wrong login. */
  readonly slowFailureMs?: number;
}

export interface DatarheiCore extends StandIn {
  /** Changes the one user's password, which ends every token. */
  changePassword(password: string): void;
}

const JWT_SECRET = 'signs the tokens of a demo Core';
const ID = '2abfcb18-42d7-433b-af37-de2ca7b31590';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
};

const refuse = (status: number, cause: string): Reply =>
  jsonReply(status, { code: status, message: TITLES[status], details: [cause] });

const notFound = refuse(404, 'Not Found');
const badToken = refuse(401, 'Missing or invalid JWT token');

function readPasswordLogin(request: RecordedRequest) {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  try {
    const { username, password } = JSON.parse(request.body);
    const isComplete = typeof username === 'string' && typeof password === 'string' && username && password;
    return isComplete ? { username, password } : undefined;
  } catch {
    return undefined;
  }
}

function withOpenCors(request: RecordedRequest, reply: Reply): Reply {
  if (request.headers.origin === undefined) return reply;
  const open = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' };
  return { ...reply, headers: { ...reply.headers, ...open } };
}

const preflight: Reply = {
  status: 204,
  headers: {
    'Access-Control-Allow-Methods': 'GET,HEAD,PUT,PATCH,POST,DELETE',
    'Access-Control-Allow-Headers': 'Authorization,Content-Type',
    'Access-Control-Max-Age': '86400',
  },
};

/** A datarhei Core 16.16.0 that answers as the real one was recorded to. */
export async function startDatarheiCore(options: DatarheiCoreOptions = {}): Promise<DatarheiCore> {
  const {
    username = 'admin',
    authentication = 'on',
    auth0,
    name = 'real-core',
    slowFailureMs = 5_000,
  } = options;
  const lives = { access: options.accessTtl ?? 600, refresh: options.refreshTtl ?? 86_400 };
  let password = options.password ?? 'datarhei-pw';

  const standIn = await startStandIn(options, (server) => {
    const startedAt = server.now();
    // User name, password and secret together sign: a changed password ends every token.
    const key = () => username + password + JWT_SECRET;

    function issue(subject: string, usefor: 'access' | 'refresh'): string {
      const iat = Math.floor(server.now() / 1000);
      const exi = lives[usefor];
      const claims = {
        exi,
        exp: iat + exi,
        iat,
        iss: 'datarhei-core',
        jti: randomUUID(),
        sub: subject,
        usefor,
      };
      return signJwt(claims, key());
    }

    function subjectOf(request: RecordedRequest, usefor: 'access' | 'refresh'): string | undefined {
      const jwt = readJwt(bearerOf(request) ?? '');
      if (!jwt?.isSignedBy(key()) || jwt.claims.usefor !== usefor) return undefined;
      return server.now() < Number(jwt.claims.exp) * 1000 ? String(jwt.claims.sub) : undefined;
    }

    const pair = (subject: string): Reply =>
      jsonReply(200, { access_token: issue(subject, 'access'), refresh_token: issue(subject, 'refresh') });

    const slowly = (reply: Reply): Reply => ({ ...reply, delayMs: slowFailureMs });
    const wrong = (cause: string): Reply =>
      slowly(refuse(401, `Invalid authorization credentials: ${cause}`));

    function login(request: RecordedRequest): Reply {
      const given = readPasswordLogin(request);
      if (given !== undefined) {
        const isRight = given.username === username && given.password === password;
        return isRight ? pair(username) : wrong('invalid username or password');
      }
      const token = bearerOf(request);
      const judged = auth0 && token !== undefined ? judgeAuth0Token(token, auth0, server.now()) : undefined;
      if (judged === undefined) return slowly(refuse(400, 'Missing authorization credentials'));
      return 'fault' in judged ? wrong(judged.fault) : pair(judged.subject);
    }

    const isOpen = authentication !== 'on';
    const mayUseApi = (request: RecordedRequest) => isOpen || subjectOf(request, 'access') !== undefined;

    function about(request: RecordedRequest): Reply {
      const ways = ['localjwt'];
      if (auth0)
        ways.push(`auth0 domain=${auth0.domain} audience=${auth0.audience} clientid=${auth0.clientid}`);
      const auths = authentication === 'off' ? [] : ways;
      const app = 'datarhei-core';
      if (!mayUseApi(request)) return jsonReply(200, { app, auths, version: { number: '16.0.0' } });
      const created_at = new Date(startedAt).toISOString().replace(/\.\d+Z$/, 'Z');
      const uptime_seconds = Math.floor((server.now() - startedAt) / 1000);
      const build = { repository_commit: '', repository_branch: '', build_date: '' };
      const version = { number: '16.16.0', ...build, arch: 'linux/amd64', compiler: 'go1.22.12' };
      return jsonReply(200, { app, auths, name, id: ID, created_at, uptime_seconds, version });
    }

    function refresh(request: RecordedRequest): Reply {
      if (authentication === 'not-for-localhost') return refuse(403, 'Invalid token');
      const subject = subjectOf(request, 'refresh');
      return subject === undefined ? badToken : jsonReply(200, { access_token: issue(subject, 'access') });
    }

    function config(): Reply {
      const auth = { enable: authentication !== 'off', username, password, jwt: { secret: JWT_SECRET } };
      return jsonReply(200, { config: { id: ID, name, api: { auth } } });
    }

    function route(request: RecordedRequest): Reply {
      switch (`${request.method} ${request.path}`) {
        case 'GET /ping':
          return { status: 200, headers: { 'Content-Type': 'text/plain; charset=UTF-8' }, body: 'pong' };
        case 'GET /api':
          return about(request);
        case 'POST /api/login':
          return authentication === 'off' ? notFound : login(request);
        case 'GET /api/login/refresh':
          return authentication === 'off' ? notFound : refresh(request);
      }
      if (!request.path.startsWith('/api/')) return notFound;
      if (!mayUseApi(request)) return badToken;
      switch (`${request.method} ${request.path}`) {
        case 'GET /api/v3/process':
          return jsonReply(200, []);
        case 'GET /api/v3/config':
          return config();
        default:
          return notFound;
      }
    }

    return (request) => {
      const isApi = request.path === '/api' || request.path.startsWith('/api/');
      if (!isApi) return route(request);
      return withOpenCors(request, request.method === 'OPTIONS' ? preflight : route(request));
    };
  });

  return {
    ...standIn,
    changePassword(next) {
      password = next;
    },
  };
}
