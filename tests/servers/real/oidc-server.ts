import { createPublicKey, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import { errors, Provider } from 'oidc-provider';
import { goodCertificate } from '../certificates.ts';
import { registeredCertificate, registeredKey } from './client-keys.ts';
import { OidcStore } from './oidc-store.ts';
import type { RealOidcOptions } from './real-oidc.ts';

const options: Required<RealOidcOptions> = JSON.parse(process.argv[2] ?? '');
const { accessTtl, rotate } = options;

// The issuer has to name the port, so the server listens before the provider exists.
const server = createServer();
server.listen(options.port, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('The server has no port.');
const issuer = `http://127.0.0.1:${address.port}`;

// Mutual TLS needs a door of its own, and the metadata says where it is.
const secureServer = createSecureServer({ ...goodCertificate, requestCert: true, rejectUnauthorized: false });
secureServer.listen(0, '127.0.0.1');
await once(secureServer, 'listening');
const secureAddress = secureServer.address();
if (secureAddress === null || typeof secureAddress === 'string') throw new Error('The server has no port.');
const secureUrl = `https://127.0.0.1:${secureAddress.port}`;

const service = (client_id: string, client_secret: string) => ({
  client_id,
  client_secret,
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
});

const publicClient = { token_endpoint_auth_method: 'none' };
const desktop = (client_id: string, extra: Readonly<Record<string, unknown>>) => ({
  client_id,
  // Accepts any port on the loopback redirect.
  application_type: 'native',
  redirect_uris: ['http://127.0.0.1/callback'],
  grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
  ...extra,
});

/** A client that may do everything, and has to prove itself each time. */
const confidential = (client_id: string, extra: Readonly<Record<string, unknown>>) => {
  const client = desktop(client_id, extra);
  return { ...client, grant_types: [...client.grant_types, 'client_credentials'] };
};

const publicJwk = createPublicKey(registeredKey).export({ format: 'jwk' });
const certificate = new X509Certificate(registeredCertificate.cert);
const certificateJwk = {
  ...certificate.publicKey.export({ format: 'jwk' }),
  x5c: [certificate.raw.toString('base64')],
};

const accessTokenFormats = new Map([
  [`${issuer}/api`, 'jwt'],
  ['urn:lanyard:opaque-api', 'opaque'],
]);

function getResourceServerInfo(_context: unknown, resource: string) {
  const accessTokenFormat = accessTokenFormats.get(resource);
  if (accessTokenFormat === undefined) throw new errors.InvalidTarget();
  const jwt = { sign: { alg: 'RS256' } };
  return { scope: 'read write', accessTokenTTL: accessTtl, accessTokenFormat, jwt };
}

const signingKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

interface Asking {
  grantTypeAllowed(grantType: string): boolean;
}

const provider = new Provider(issuer, {
  adapter: OidcStore,
  clients: [
    service('service', 'service-secret'),
    // Passes HTTP Basic only when it is form-encoded first.
    service('service-odd', 'a+b%20c:d&e=f/~'),
    desktop('desktop', publicClient),
    desktop('desktop-secret', { client_secret: 'desktop-secret-secret' }),
    desktop('desktop-par', { ...publicClient, require_pushed_authorization_requests: true }),
    desktop('desktop-dpop', { ...publicClient, dpop_bound_access_tokens: true }),
    confidential('client-basic', { client_secret: 'basic-secret+%20/' }),
    confidential('client-body', {
      client_secret: 'body-secret+%20/',
      token_endpoint_auth_method: 'client_secret_post',
    }),
    confidential('client-key', {
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [publicJwk] },
    }),
    confidential('client-tls', {
      token_endpoint_auth_method: 'self_signed_tls_client_auth',
      jwks: { keys: [certificateJwk] },
      tls_client_certificate_bound_access_tokens: true,
    }),
  ],
  jwks: { keys: [{ ...signingKey, use: 'sig', alg: 'RS256' }] },
  cookies: { keys: [randomBytes(16).toString('hex')] },
  clockTolerance: options.leeway,
  scopes: ['openid', 'offline_access', 'profile', 'email'],
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  findAccount: (_context: unknown, sub: string) => ({
    accountId: sub,
    claims: () => ({ sub, name: sub, email: `${sub}@example.test`, email_verified: true }),
  }),
  clientAuthMethods: [
    'none',
    'client_secret_basic',
    'client_secret_post',
    'private_key_jwt',
    'self_signed_tls_client_auth',
  ],
  discovery: {
    mtls_endpoint_aliases: {
      token_endpoint: `${secureUrl}/token`,
      userinfo_endpoint: `${secureUrl}/me`,
      introspection_endpoint: `${secureUrl}/token/introspection`,
      revocation_endpoint: `${secureUrl}/token/revocation`,
      device_authorization_endpoint: `${secureUrl}/device/auth`,
      pushed_authorization_request_endpoint: `${secureUrl}/request`,
    },
  },
  features: {
    mTLS: {
      enabled: true,
      selfSignedTlsClientAuth: true,
      certificateBoundAccessTokens: true,
      getCertificate: ({ socket }: { readonly socket: unknown }) =>
        socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined,
    },
    devInteractions: { enabled: true },
    clientCredentials: { enabled: true },
    deviceFlow: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
    pushedAuthorizationRequests: { enabled: true },
    dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => options.dpopNonce },
    resourceIndicators: { enabled: true, getResourceServerInfo },
  },
  issueRefreshToken: (_context: unknown, client: Asking, source: { readonly scopes: ReadonlySet<string> }) =>
    client.grantTypeAllowed('refresh_token') && source.scopes.has('offline_access'),
  ...(rotate !== 'by-client' && { rotateRefreshToken: rotate === 'always' }),
  ttl: {
    AccessToken: accessTtl,
    ClientCredentials: accessTtl,
    IdToken: accessTtl,
    RefreshToken: options.refreshTtl,
    Grant: options.grantTtl,
    AuthorizationCode: options.codeTtl,
    DeviceCode: options.deviceTtl,
    Interaction: 600,
    Session: 86_400,
  },
});
server.on('request', provider.callback());
secureServer.on('request', provider.callback());
process.stdin.resume().once('end', () => process.exit(0));
process.stdout.write(`listening on ${issuer}\n`);
