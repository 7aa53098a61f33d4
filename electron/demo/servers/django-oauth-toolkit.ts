import { basicCredentialsOf, bearerOf, type ClientCredentials } from './authorization.ts';
import { crash, django, emptyHtml, type Fields, type View } from './django.ts';
import type { RecordedRequest, RecordingOptions } from './recording-server.ts';
import { jsonReply, pythonJson, type Reply } from './reply.ts';
import { type StandIn, startStandIn } from './stand-in.ts';
import { type TokenPair, ToolkitTokens } from './toolkit-tokens.ts';

export interface ToolkitClient extends ClientCredentials {
  readonly grant: 'password' | 'client_credentials';
}

export interface ToolkitUser {
  readonly username: string;
  readonly password: string;
}

export interface DjangoOauthToolkitOptions extends RecordingOptions {
  /** Which body the server's setting makes it read; the content type has no say. */
  readonly bodyFormat?: 'json' | 'form';
  /** Seconds, as the real one sends; or milliseconds, as one site documents. */
  readonly expiresInUnit?: 's' | 'ms';
  /** Life of an access token, seconds. */
  readonly accessTtl?: number;
  /** How long a used refresh token gives the same new pair again, seconds. */
  readonly refreshGrace?: number;
  readonly rotate?: boolean;
  readonly clients?: readonly ToolkitClient[];
  readonly users?: readonly ToolkitUser[];
  /** Told of what each password or refresh token was exchanged for: a pair, or an error. */
  readonly onExchange?: (
    given: { readonly username?: string; readonly refreshToken?: string },
    granted: TokenPair | string,
  ) => void;
}

export const toolkitClients: readonly ToolkitClient[] = [
  { id: 'password-client', secret: 'password-client-secret', grant: 'password' },
  { id: 'service-client', secret: 'service-client-secret', grant: 'client_credentials' },
  // Passes HTTP Basic only when it is form-encoded first.
  { id: 'odd-client', secret: 'a+b%20c:d&e=f/é', grant: 'client_credentials' },
];

export const toolkitUsers: readonly ToolkitUser[] = [{ username: 'alice', password: 'alice-password' }];

const SCOPES = ['read', 'write', 'introspection'];
const NO_STORE = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Pragma: 'no-cache' };

function refuse(error: string, error_description?: string): Reply {
  const body = pythonJson({ error, ...(error_description !== undefined && { error_description }) });
  if (error !== 'invalid_client') return { status: 400, headers: NO_STORE, body };
  return { status: 401, headers: { ...NO_STORE, 'WWW-Authenticate': 'Bearer error="invalid_client"' }, body };
}

/** A django-oauth-toolkit 1.7.0 that answers as the real one was recorded to. */
export async function startDjangoOauthToolkit(options: DjangoOauthToolkitOptions = {}): Promise<StandIn> {
  const {
    bodyFormat = 'json',
    expiresInUnit = 's',
    accessTtl = 600,
    refreshGrace = 0,
    rotate = true,
  } = options;
  const { clients = toolkitClients, users = toolkitUsers } = options;

  return startStandIn(options, (server) => {
    const tokens = new ToolkitTokens({ accessTtl, refreshGrace, rotate, now: server.now });

    function clientOf(request: RecordedRequest, fields: Fields): ToolkitClient | undefined {
      const inBody = { id: fields.get('client_id'), secret: fields.get('client_secret') };
      const pairs = [basicCredentialsOf(request), inBody];
      return clients.find((client) =>
        pairs.some((pair) => pair?.id === client.id && pair.secret === client.secret),
      );
    }

    function send(granted: TokenPair): Reply {
      const body = pythonJson({
        access_token: granted.accessToken,
        expires_in: expiresInUnit === 'ms' ? accessTtl * 1000 : accessTtl,
        token_type: 'Bearer',
        scope: granted.scope,
        ...(granted.refreshToken !== undefined && { refresh_token: granted.refreshToken }),
      });
      return { status: 200, headers: NO_STORE, body };
    }

    function grant(client: ToolkitClient, username: string | undefined, fields: Fields): Reply {
      const scope = fields.get('scope')?.trim() ?? 'read write';
      if (!scope.split(' ').every((one) => SCOPES.includes(one))) return refuse('invalid_scope');
      const granted = tokens.grant(client.id, username, scope);
      if (username !== undefined) options.onExchange?.({ username }, granted);
      return send(granted);
    }

    function passwordGrant(request: RecordedRequest, fields: Fields): Reply {
      const client = clientOf(request, fields);
      if (client === undefined) return refuse('invalid_client');
      for (const name of ['username', 'password']) {
        if (!fields.get(name)) return refuse('invalid_request', `Request is missing ${name} parameter.`);
      }
      const user = users.find((one) => one.username === fields.get('username'));
      if (user === undefined || user.password !== fields.get('password')) {
        return refuse('invalid_grant', 'Invalid credentials given.');
      }
      return client.grant === 'password'
        ? grant(client, user.username, fields)
        : refuse('unauthorized_client');
    }

    function clientCredentialsGrant(request: RecordedRequest, fields: Fields): Reply {
      const client = clientOf(request, fields);
      if (client === undefined) return refuse('invalid_client');
      if (client.grant !== 'client_credentials') return refuse('unauthorized_client');
      return grant(client, undefined, fields);
    }

    function refreshGrant(request: RecordedRequest, fields: Fields): Reply {
      const token = fields.get('refresh_token');
      if (token === undefined) return refuse('invalid_request', 'Missing refresh token parameter.');
      const client = clientOf(request, fields);
      if (client === undefined) return refuse('invalid_client');
      const granted = tokens.refresh(token, client.id, fields.get('scope'));
      options.onExchange?.({ refreshToken: token }, granted);
      if (granted === 'crash') return crash;
      return typeof granted === 'string' ? refuse(granted) : send(granted);
    }

    function giveToken(request: RecordedRequest, fields: Fields): Reply {
      if (request.search.length > 1) return crash;
      switch (fields.get('grant_type')) {
        case 'password':
          return passwordGrant(request, fields);
        case 'client_credentials':
          return clientCredentialsGrant(request, fields);
        case 'refresh_token':
          return refreshGrant(request, fields);
        case 'authorization_code':
          return refuse('invalid_request', 'Missing code parameter.');
        default:
          return refuse('unsupported_grant_type');
      }
    }

    function revoke(request: RecordedRequest, fields: Fields): Reply {
      if (request.search.length > 1) return refuse('invalid_request', 'URL query parameters are not allowed');
      const token = fields.get('token');
      if (!token) return refuse('invalid_request', 'Missing token parameter.');
      if (clientOf(request, fields) === undefined) return refuse('invalid_client');
      tokens.revoke(token);
      return emptyHtml(200);
    }

    function introspect(request: RecordedRequest, fields: Fields, form: Fields): Reply {
      const bearer = tokens.find(bearerOf(request) ?? '');
      const isTrusted = bearer?.alive && bearer.scope.split(' ').includes('introspection');
      if (clientOf(request, fields) === undefined && !isTrusted) return emptyHtml(403);
      const asked = request.method === 'POST' ? form : new URLSearchParams(request.search);
      const token = tokens.find(asked.get('token') ?? '');
      const answer = token?.alive
        ? {
            active: true,
            scope: token.scope,
            exp: Math.floor(token.expiresAt / 1000),
            client_id: token.clientId,
            ...(token.username !== undefined && { username: token.username }),
          }
        : { active: false };
      return { status: 200, headers: { 'Content-Type': 'application/json' }, body: pythonJson(answer) };
    }

    function me(request: RecordedRequest): Reply {
      const token = tokens.find(bearerOf(request) ?? '');
      if (!token?.alive) return emptyHtml(403);
      const body = pythonJson({ username: token.username ?? null });
      return { status: 200, headers: { 'Content-Type': 'application/json' }, body };
    }

    function restMe(request: RecordedRequest): Reply {
      const presented = bearerOf(request);
      const token = tokens.find(presented ?? '');
      const headers = { Vary: 'Accept', Allow: 'OPTIONS, GET' };
      if (!token?.alive) {
        const state = token === undefined ? 'is invalid' : 'has expired';
        const fault = presented
          ? `,error="invalid_token",error_description="The access token ${state}."`
          : '';
        const detail = 'Authentication credentials were not provided.';
        return jsonReply(401, { detail }, { ...headers, 'WWW-Authenticate': `Bearer realm="api"${fault}` });
      }
      if (token.username === undefined) {
        return jsonReply(403, { detail: 'You do not have permission to perform this action.' }, headers);
      }
      if (!['GET', 'HEAD'].includes(request.method)) {
        return jsonReply(405, { detail: `Method "${request.method}" not allowed.` }, headers);
      }
      return jsonReply(200, { username: token.username }, headers);
    }

    const views: Readonly<Record<string, View>> = {
      '/auth/oauth2/token/': { methods: ['POST'], answer: giveToken },
      '/auth/oauth2/revoke_token/': { methods: ['POST'], answer: revoke },
      '/auth/oauth2/introspect/': { answer: introspect },
      '/api/me/': { answer: me },
      '/api/rest/me/': { answer: restMe },
    };
    return django(views, bodyFormat);
  });
}
