import { startDatarheiCore } from './servers/datarhei-core.ts';
import { startDjangoOauthToolkit } from './servers/django-oauth-toolkit.ts';
import { startOauth2 } from './servers/oauth2.ts';
import { charlieBrown, startZebbra } from './servers/zebbra.ts';

/** A demo server: what it is, how it is started, and how one gets in. */
export interface DemoPlan {
  readonly kindId: string;
  readonly name: string;
  /** What is pasted as its address, after the origin. */
  readonly path: string;
  readonly loginId: string;
  /** The values of the login, by field id. */
  readonly fields: Readonly<Record<string, string>>;
  /** Listens on loopback; port 0 takes any that is free. */
  start(port: number): Promise<RunningDemoServer>;
}

export interface RunningDemoServer {
  /** Its origin. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The four systems, the first of them left to the user. Lives in seconds: long enough to use a token, short enough to see it refreshed
 * within two minutes. The first cannot be refreshed, so its life keeps clear of the warning before the end.
 */
export const demoPlans: readonly DemoPlan[] = [
  {
    kindId: 'zebbra',
    name: 'Zebbra demo',
    path: '',
    loginId: 'password',
    fields: { username: charlieBrown.username, password: charlieBrown.password },
    start: (port) => startZebbra({ port, accessTtl: 900, users: [charlieBrown] }),
  },
  {
    kindId: 'datarhei-core',
    name: 'datarhei Core demo',
    path: '',
    loginId: 'password',
    fields: { username: 'admin', password: 'datarhei-pw' },
    start: (port) =>
      startDatarheiCore({ port, username: 'admin', password: 'datarhei-pw', name: 'core-1', accessTtl: 120 }),
  },
  {
    kindId: 'django-oauth-toolkit',
    name: 'Community demo',
    path: '/auth/oauth2/token/',
    loginId: 'password',
    fields: {
      clientId: 'password-client',
      clientSecret: 'password-client-secret',
      username: 'alice',
      password: 'alice-password',
    },
    start: (port) => startDjangoOauthToolkit({ port, accessTtl: 180 }),
  },
  {
    kindId: 'oauth2',
    name: 'Billing demo',
    path: '',
    loginId: 'client-credentials',
    fields: { clientId: 'service', clientSecret: 'service-secret' },
    start: (port) => startOauth2({ port, accessTtl: 420, revocation: true, introspection: true }),
  },
];
