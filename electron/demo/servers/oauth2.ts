import { randomBytes, randomUUID } from 'node:crypto';
import { basicCredentialsOf, bearerOf, type ClientCredentials } from './authorization.ts';
import { signJwt } from './jwt.ts';
import type { RecordedRequest, RecordingOptions } from './recording-server.ts';
import { jsonReply, type Reply } from './reply.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

interface Oauth2Client extends ClientCredentials {
  /** What it may ask for, and gets when it asks for nothing. */
  readonly scopes?: readonly string[];
}

export interface Oauth2Options extends RecordingOptions {
  readonly clients?: readonly Oauth2Client[];
  readonly tokenPath?: string;
  readonly tokenFormat?: 'jwt' | 'opaque';
  /** Life of a token, seconds. */
  readonly accessTtl?: number;
  /** `absent` leaves `expires_in` out, as RFC 6749 allows; `text` sends it quoted, as some servers do. */
  readonly expiresIn?: 'number' | 'text' | 'absent';
  /** The one way in which a client may show its secret; both when left out. */
  readonly clientAuthentication?: 'basic' | 'body';
  readonly metadata?: boolean;
  readonly revocation?: boolean;
  readonly introspection?: boolean;
}

const oauth2Clients: readonly Oauth2Client[] = [
  { id: 'service', secret: 'service-secret', scopes: ['read', 'write'] },
  // Passes HTTP Basic only when it is form-encoded first.
  { id: 'service-odd', secret: 'a+b%20c:d&e=f/~', scopes: ['read'] },
];

interface Issued {
  readonly clientId: string;
  readonly scope: string;
  readonly audience: readonly string[];
  readonly iat: number;
  readonly exp: number;
}

const KEY = 'signs the tokens of a demo OAuth 2.0 server';
const NO_STORE = { 'Cache-Control': 'no-store' };
const REALM = 'realm="api"';

const refuse = (status: number, error: string, error_description: string, challenge?: string): Reply =>
  jsonReply(
    status,
    { error, error_description },
    { ...NO_STORE, ...(challenge !== undefined && { 'WWW-Authenticate': challenge }) },
  );

/**
 * A server that gives tokens to clients for their own secret, and knows who a token belongs to.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4
 */
export async function startOauth2(options: Oauth2Options = {}): Promise<StandIn> {
  const { clients = oauth2Clients, tokenPath = '/oauth/token', tokenFormat = 'jwt' } = options;
  const { accessTtl = 3600, expiresIn = 'number', clientAuthentication } = options;

  return startStandIn(options, (server) => {
    const issued = new Map<string, Issued>();
    const seconds = () => Math.floor(server.now() / 1000);
    const issuerOf = (request: RecordedRequest) => `http://${request.headers.host}`;

    function authenticate(request: RecordedRequest, form: URLSearchParams): Oauth2Client | Reply {
      const basic = basicCredentialsOf(request);
      const secret = form.get('client_secret');
      if (basic !== undefined && secret !== null) {
        return refuse(400, 'invalid_request', 'only one client authentication method may be used');
      }
      const given = basic ?? { id: form.get('client_id'), secret };
      const method = basic === undefined ? 'body' : 'basic';
      const isAllowed = clientAuthentication === undefined || clientAuthentication === method;
      const client = clients.find((one) => one.id === given.id && one.secret === given.secret);
      if (client !== undefined && isAllowed) return client;
      const challenge = request.headers.authorization === undefined ? undefined : `Basic ${REALM}`;
      return refuse(401, 'invalid_client', 'client authentication failed', challenge);
    }

    function issue(request: RecordedRequest, client: Oauth2Client, form: URLSearchParams): Reply {
      const allowed = client.scopes ?? [];
      const asked = form.get('scope')?.split(' ');
      if (asked?.some((one) => !allowed.includes(one))) {
        return refuse(400, 'invalid_scope', 'the requested scope is unknown or not allowed');
      }
      const scope = (asked ?? allowed).join(' ');
      const audience = [...form.getAll('audience'), ...form.getAll('resource')];
      const iat = seconds();
      const grant: Issued = { clientId: client.id, scope, audience, iat, exp: iat + accessTtl };
      const claims = { iss: issuerOf(request), sub: client.id, client_id: client.id, jti: randomUUID() };
      const aud = audience.length === 1 ? audience[0] : audience;
      const token =
        tokenFormat === 'jwt'
          ? signJwt({ ...claims, iat, exp: grant.exp, scope, ...(audience.length > 0 && { aud }) }, KEY, {
              typ: 'at+jwt',
            })
          : randomBytes(32).toString('base64url');
      issued.set(token, grant);
      const life = expiresIn === 'text' ? String(accessTtl) : accessTtl;
      const answer = {
        access_token: token,
        token_type: 'Bearer',
        ...(expiresIn !== 'absent' && { expires_in: life }),
        ...(scope !== '' && { scope }),
      };
      return jsonReply(200, answer, NO_STORE);
    }

    function giveToken(request: RecordedRequest, form: URLSearchParams): Reply {
      const repeated = [...new Set(form.keys())].find(
        (name) => name !== 'resource' && name !== 'audience' && form.getAll(name).length > 1,
      );
      if (repeated !== undefined) return refuse(400, 'invalid_request', `${repeated} is given twice`);
      const grantType = form.get('grant_type');
      if (grantType === null) return refuse(400, 'invalid_request', 'grant_type is missing');
      const client = authenticate(request, form);
      if ('status' in client) return client;
      if (grantType !== 'client_credentials') {
        return refuse(400, 'unsupported_grant_type', 'only client_credentials is supported');
      }
      return issue(request, client, form);
    }

    function findLive(token: string): Issued | undefined {
      const grant = issued.get(token);
      return grant !== undefined && seconds() < grant.exp ? grant : undefined;
    }

    function userinfo(request: RecordedRequest): Reply {
      const token = bearerOf(request);
      if (!token) return { status: 401, headers: { 'WWW-Authenticate': `Bearer ${REALM}` } };
      const grant = findLive(token);
      if (grant === undefined) {
        const text = 'the access token is expired, revoked or unknown';
        const challenge = `Bearer ${REALM}, error="invalid_token", error_description="${text}"`;
        return refuse(401, 'invalid_token', text, challenge);
      }
      const { clientId, scope, audience } = grant;
      return jsonReply(200, { sub: clientId, client_id: clientId, scope, aud: audience });
    }

    function revoke(request: RecordedRequest, form: URLSearchParams): Reply {
      const client = authenticate(request, form);
      if ('status' in client) return client;
      const token = form.get('token');
      if (token === null) return refuse(400, 'invalid_request', 'token is missing');
      const grant = issued.get(token);
      if (grant !== undefined && grant.clientId !== client.id) {
        return refuse(400, 'invalid_request', 'the token was issued to another client');
      }
      issued.delete(token);
      return { status: 200 };
    }

    function introspect(request: RecordedRequest, form: URLSearchParams): Reply {
      const client = authenticate(request, form);
      if ('status' in client) return client;
      const grant = findLive(form.get('token') ?? '');
      if (grant === undefined) return jsonReply(200, { active: false }, NO_STORE);
      const { clientId: client_id, scope, audience: aud, iat, exp } = grant;
      const active = { active: true, client_id, sub: client_id, scope, aud, iat, exp, token_type: 'Bearer' };
      return jsonReply(200, active, NO_STORE);
    }

    function metadata(request: RecordedRequest): Reply {
      const issuer = issuerOf(request);
      const methods = clientAuthentication === undefined ? ['basic', 'body'] : [clientAuthentication];
      return jsonReply(200, {
        issuer,
        token_endpoint: issuer + tokenPath,
        userinfo_endpoint: `${issuer}/userinfo`,
        ...(options.revocation && { revocation_endpoint: `${issuer}/oauth/revoke` }),
        ...(options.introspection && { introspection_endpoint: `${issuer}/oauth/introspect` }),
        grant_types_supported: ['client_credentials'],
        response_types_supported: [],
        token_endpoint_auth_methods_supported: methods.map((method) =>
          method === 'basic' ? 'client_secret_basic' : 'client_secret_post',
        ),
        scopes_supported: [...new Set(clients.flatMap((client) => client.scopes ?? []))],
      });
    }

    const isOn: Readonly<Record<string, boolean | undefined>> = {
      'GET /userinfo': true,
      'GET /.well-known/oauth-authorization-server': options.metadata ?? true,
      [`POST ${tokenPath}`]: true,
      'POST /oauth/revoke': options.revocation,
      'POST /oauth/introspect': options.introspection,
    };

    return (request) => {
      const route = `${request.method} ${request.path}`;
      if (!isOn[route]) return jsonReply(404, { error: 'not_found' });
      if (route === 'GET /userinfo') return userinfo(request);
      if (request.method === 'GET') return metadata(request);
      const type = request.headers['content-type'] ?? '';
      if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
        return refuse(400, 'invalid_request', 'the body must be application/x-www-form-urlencoded');
      }
      const form = new URLSearchParams(request.body);
      if (request.path === '/oauth/revoke') return revoke(request, form);
      return request.path === '/oauth/introspect' ? introspect(request, form) : giveToken(request, form);
    };
  });
}
