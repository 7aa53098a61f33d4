import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { errors, Provider } from 'oidc-provider';
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
  features: {
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
process.stdin.resume().once('end', () => process.exit(0));
process.stdout.write(`listening on ${issuer}\n`);
