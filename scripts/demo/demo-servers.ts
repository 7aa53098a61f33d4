import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { startDjangoOauthToolkit } from '../../electron/demo/servers/django-oauth-toolkit.ts';
import { startOauth2 } from '../../electron/demo/servers/oauth2.ts';
import { startZebbra } from '../../electron/demo/servers/zebbra.ts';

/** Lives of the access tokens, in seconds, by kind. */
export type DemoLives = Readonly<Record<DemoServer['kind'], number>>;

/** Short enough that each is refreshed while one watches, and none while another is being set up. */
export const quickLives: DemoLives = {
  zebbra: 40,
  'datarhei-core': 36,
  'django-oauth-toolkit': 32,
  oauth2: 28,
};

/** Long enough to play with, short enough to see every one of them refreshed. */
export const playfulLives: DemoLives = {
  zebbra: 300,
  'datarhei-core': 120,
  'django-oauth-toolkit': 180,
  oauth2: 420,
};

/** As the systems document them, for pictures. */
export const documentedLives: DemoLives = {
  zebbra: 1800,
  'datarhei-core': 600,
  'django-oauth-toolkit': 600,
  oauth2: 3600,
};

/** One demo server and what a user types to get in, by the labels on screen. */
export interface DemoServer {
  readonly kind: 'zebbra' | 'datarhei-core' | 'django-oauth-toolkit' | 'oauth2';
  readonly address: string;
  readonly name: string;
  /** As the card of its kind says. */
  readonly kindLabel: string;
  /** Typed into the register form first, where the server takes new users. */
  readonly register?: Readonly<Record<string, string>>;
  readonly signIn: Readonly<Record<string, string>>;
}

export interface DemoServers {
  readonly servers: readonly DemoServer[];
  close(): Promise<void>;
}

/** Starts the four systems on loopback. */
export async function startDemoServers(lives: DemoLives): Promise<DemoServers> {
  const core = { username: 'admin', password: 'datarhei-pw' };
  const [zebbra, datarhei, django, oauth2] = await Promise.all([
    startZebbra({ accessTtl: lives.zebbra }),
    startDatarheiCore({ ...core, name: 'core-1', accessTtl: lives['datarhei-core'] }),
    startDjangoOauthToolkit({ accessTtl: lives['django-oauth-toolkit'] }),
    startOauth2({ accessTtl: lives.oauth2, revocation: true, introspection: true }),
  ]);
  const started = [zebbra, datarhei, django, oauth2];
  return {
    servers: [
      {
        kind: 'zebbra',
        address: zebbra.url,
        name: 'Zebbra',
        kindLabel: 'Zebbra',
        register: {
          Username: 'charlie_brown@example.com',
          'First name': 'Charlie',
          'Last name': 'Brown',
          Password: 'secret',
          'Name of a new workspace': 'My Workspace',
        },
        signIn: { Username: 'charlie_brown@example.com', Password: 'secret' },
      },
      {
        kind: 'datarhei-core',
        address: datarhei.url,
        name: 'datarhei Core',
        kindLabel: 'datarhei Core',
        signIn: { Username: core.username, Password: core.password },
      },
      {
        kind: 'django-oauth-toolkit',
        address: `${django.url}/auth/oauth2/token/`,
        name: 'Community & Translator',
        kindLabel: 'Django OAuth Toolkit',
        signIn: {
          'Client ID': 'password-client',
          'Client secret': 'password-client-secret',
          Username: 'alice',
          Password: 'alice-password',
        },
      },
      {
        kind: 'oauth2',
        address: oauth2.url,
        name: 'Billing API',
        kindLabel: 'OAuth 2.0 client',
        signIn: { 'Client ID': 'service', 'Client secret': 'service-secret' },
      },
    ],
    close: async () => {
      await Promise.all(started.map((server) => server.close()));
    },
  };
}
