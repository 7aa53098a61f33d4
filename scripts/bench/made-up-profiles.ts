import { createHmac } from 'node:crypto';
import type { Server } from '../../electron/servers/server.ts';
import { emptyIndex, type Index } from '../../electron/sessions/index-record.ts';
import { emptyRecord, type ProfileRecord } from '../../electron/sessions/profile-record.ts';

const minute = 60_000;
const hour = 60 * minute;
const serverCount = 10;
const environments = ['production', 'staging', 'development', 'none'] as const;

export interface MadeUp {
  readonly index: Index;
  readonly records: ReadonlyMap<string, ProfileRecord>;
}

/** So many signed-in profiles on ten servers, each with an hour to live from now: nothing is due for 48 minutes. */
export function madeUpProfiles(count: number, now: number): MadeUp {
  const servers = Array.from({ length: serverCount }, (_, number) => madeUpServer(number));
  const profiles = Array.from({ length: count }, (_, number) => ({
    id: `profile-${number}`,
    serverId: `server-${number % serverCount}`,
    name: `user-${number}`,
    tags: number % 7 === 0 ? ['ops', 'eu'] : [],
    favourite: number % 50 === 0,
  }));
  const records = profiles.map(({ id, serverId, name }, number) => {
    const server = servers[number % serverCount] ?? madeUpServer(0);
    return [id, madeUpRecord(server, { serverId, name, number }, now)] as const;
  });
  return { index: { ...emptyIndex, servers, profiles }, records: new Map(records) };
}

function madeUpServer(number: number): Server {
  return {
    id: `server-${number}`,
    kindId: 'django-oauth-toolkit',
    name: `Server ${number}`,
    environment: environments[number % environments.length] ?? 'none',
    address: `https://s${number}.example.com`,
    settings: {},
    allowPlainHttp: false,
    acceptedLogins: [],
    facts: [],
  };
}

function madeUpRecord(
  server: Server,
  { name, number }: { readonly serverId: string; readonly name: string; readonly number: number },
  now: number,
): ProfileRecord {
  // Their ends differ, as those of real sessions do.
  const receivedAt = now - (number % 60) * 1000;
  return {
    ...emptyRecord(server, 'password'),
    fields: { clientId: 'web', username: name },
    secretFields: ['clientSecret', 'password'],
    grant: {
      accessToken: madeUpToken(name, server.address, receivedAt),
      refreshToken: createHmac('sha256', 'refresh').update(name).digest('base64url'),
      tokenType: 'Bearer',
      scope: 'read write',
      access: { expiresAt: receivedAt + hour, receivedAt, source: 'expires_in', guessed: false },
      refreshLife: { expiresAt: null, receivedAt, source: 'unknown', guessed: false },
      lifetimeMs: hour,
      clockSkewMs: 12,
      idToken: null,
      key: null,
    },
    identity: {
      who: name,
      askedAt: receivedAt,
      current: true,
      details: [{ label: 'Email', value: `${name}@example.com` }],
    },
    grants: 5,
    exchanges: Array.from({ length: 10 }, (_, back) => ({
      at: receivedAt - back * 48 * minute,
      purpose: 'refresh',
      outcome: 'ok',
      method: 'POST',
      path: '/auth/oauth2/token/',
      status: 200,
      elapsedMs: 31,
      problem: null,
    })),
  };
}

/** As long as those that identity providers give. */
export function madeUpToken(sub: string, iss: string, issuedAt: number): string {
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const iat = Math.floor(issuedAt / 1000);
  const claims = {
    iss,
    sub,
    aud: ['api', 'web'],
    iat,
    exp: iat + hour / 1000,
    jti: `${sub}-${iat}`,
    email: `${sub}@example.com`,
    realm_access: { roles: ['offline_access', 'uma_authorization', 'default-roles-example'] },
    scope: 'openid profile email read write',
  };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: 'key-of-the-server' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', 'key').update(signed).digest('base64url')}`;
}
