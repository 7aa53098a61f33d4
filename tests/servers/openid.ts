import { createHash, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { signJwt } from '../../electron/demo/servers/jwt.ts';
import type { RecordedRequest } from '../../electron/demo/servers/recording-server.ts';
import { jsonReply, type Reply } from '../../electron/demo/servers/reply.ts';
import { type StandIn, startStandIn } from '../../electron/demo/servers/stand-in.ts';

type Claims = Readonly<Record<string, unknown>>;

/** What a provider does that a good one would not. */
export interface OpenidOptions {
  /** A path that the issuer has after its host. */
  readonly base?: string;
  /** What its metadata says beside, or in place of, the truth. */
  readonly metadata?: (url: string) => Claims;
  /** Changes the address that the browser is sent back to. */
  readonly sendBack?: (address: URL) => void;
  /** Changes what an ID token says; `previous` is true for one that comes with a refresh. */
  readonly claims?: (claims: Claims, previous: boolean) => Claims;
  /** Signs ID tokens in another way. */
  readonly sign?: (claims: Claims, key: KeyObject) => string;
  /** OAuth errors that polls are answered with before the last one. */
  readonly polls?: readonly string[];
  /** What the device endpoint says beside its codes. */
  readonly device?: Claims;
  /** Whether revoking the refresh token ends the access token too. */
  readonly revokesAll?: boolean;
  /** Whom the user info names. */
  readonly subject?: string;
}

export interface OpenidServer extends StandIn {
  readonly issuer: string;
  /** Replaces the key that is published and signed with. */
  rotateKey(): void;
  /** The bodies of the calls to the token endpoint that name a client, as a probe's does not. */
  tokenCalls(): readonly URLSearchParams[];
}

const CLIENT = 'stranger';

function newKey() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid: randomUUID(), publicKey, privateKey };
}

/** Plays an OpenID provider for tests of what a client must notice: whoever comes to its page is signed in at once. */
export async function startOpenid(options: OpenidOptions = {}): Promise<OpenidServer> {
  const { base = '', revokesAll = true, subject = 'alice' } = options;
  let keys = newKey();
  let issuer = '';
  const asked = new Map<string, URLSearchParams>();
  const alive = new Map<string, string>();
  const polls = [...(options.polls ?? [])];

  function idToken(nonce: string | null, now: number, isRefresh: boolean): string {
    const iat = Math.floor(now / 1000);
    const own = { iss: issuer, sub: 'alice', aud: CLIENT, iat, exp: iat + 600, email: 'alice@example.test' };
    const claims = { ...own, ...(nonce !== null && { nonce }) };
    const said = options.claims?.(claims, isRefresh) ?? claims;
    return options.sign?.(said, keys.privateKey) ?? signJwt(said, keys.privateKey, { kid: keys.kid });
  }

  function grant(nonce: string | null, now: number, isRefresh = false): Reply {
    const session = randomUUID();
    const tokens = { access_token: `access-${session}`, refresh_token: `refresh-${session}` };
    for (const token of Object.values(tokens)) alive.set(token, session);
    const id_token = idToken(nonce, now, isRefresh);
    return jsonReply(200, { ...tokens, id_token, token_type: 'Bearer', expires_in: 600, scope: 'openid' });
  }

  function token(form: URLSearchParams, now: number): Reply {
    switch (form.get('grant_type')) {
      case 'authorization_code': {
        const request = asked.get(form.get('code') ?? '');
        asked.delete(form.get('code') ?? '');
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        const isSame =
          request?.get('code_challenge') === challenge &&
          request.get('redirect_uri') === form.get('redirect_uri');
        return isSame ? grant(request.get('nonce'), now) : jsonReply(400, { error: 'invalid_grant' });
      }
      case 'urn:ietf:params:oauth:grant-type:device_code': {
        const next = polls.shift();
        return next === undefined ? grant(null, now) : jsonReply(400, { error: next });
      }
      case 'refresh_token':
        return grant(null, now, true);
      default:
        return grant(null, now);
    }
  }

  function authorize(search: string): Reply {
    const request = new URLSearchParams(search);
    const code = randomUUID();
    asked.set(code, request);
    const back = new URL(request.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', request.get('state') ?? '');
    back.searchParams.set('iss', issuer);
    options.sendBack?.(back);
    return { status: 303, headers: { Location: back.href } };
  }

  function revoke(form: URLSearchParams): Reply {
    const given = form.get('token') ?? '';
    const session = alive.get(given);
    alive.delete(given);
    if (revokesAll && given.startsWith('refresh-')) alive.delete(`access-${session}`);
    return { status: 200 };
  }

  function userinfo({ headers }: RecordedRequest): Reply {
    const given = headers.authorization?.replace('Bearer ', '') ?? '';
    if (!alive.has(given)) return jsonReply(401, { error: 'invalid_token' });
    return jsonReply(200, { sub: subject, email: `${subject}@example.test` });
  }

  function describe(): Reply {
    const at = (path: string) => `${issuer}${path}`;
    return jsonReply(200, {
      issuer,
      authorization_endpoint: at('/authorize'),
      token_endpoint: at('/token'),
      device_authorization_endpoint: at('/device'),
      jwks_uri: at('/jwks'),
      userinfo_endpoint: at('/userinfo'),
      revocation_endpoint: at('/revoke'),
      token_endpoint_auth_methods_supported: ['none', 'client_secret_post'],
      authorization_response_iss_parameter_supported: true,
      ...options.metadata?.(issuer),
    });
  }

  const server = await startStandIn({}, (side) => (request) => {
    const { path, search, body } = request;
    switch (path) {
      case `${base}/.well-known/openid-configuration`:
        return base === '' ? describe() : jsonReply(404, {});
      case `/.well-known/oauth-authorization-server${base}`:
        return describe();
      case `${base}/authorize`:
        return authorize(search);
      case `${base}/token`:
        return token(new URLSearchParams(body), side.now());
      case `${base}/device`:
        return jsonReply(200, {
          device_code: 'device-code',
          user_code: 'WDJB-MJHT',
          verification_uri: `${issuer}/enter`,
          expires_in: 900,
          ...options.device,
        });
      case `${base}/jwks`: {
        const jwk = keys.publicKey.export({ format: 'jwk' });
        return jsonReply(200, { keys: [{ ...jwk, kid: keys.kid, use: 'sig', alg: 'RS256' }] });
      }
      case `${base}/userinfo`:
        return userinfo(request);
      case `${base}/revoke`:
        return revoke(new URLSearchParams(body));
      default:
        return jsonReply(404, {});
    }
  });
  issuer = `${server.url}${base}`;
  return {
    ...server,
    issuer,
    rotateKey() {
      keys = newKey();
    },
    tokenCalls: () =>
      server
        .requestsTo(`${base}/token`)
        .map(({ body }) => new URLSearchParams(body))
        .filter((form) => form.has('client_id')),
  };
}
