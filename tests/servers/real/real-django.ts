import { fileURLToPath } from 'node:url';
import {
  type DjangoOauthToolkitOptions,
  toolkitClients,
  toolkitUsers,
} from '../../../electron/demo/servers/django-oauth-toolkit.ts';
import { type RealServer, spawnServer } from './spawn-server.ts';

export interface RealDjangoOptions extends Omit<DjangoOauthToolkitOptions, 'now' | 'expiresInUnit'> {
  /** Life of a refresh token, seconds; the toolkit does not look at it when one is used. */
  readonly refreshTtl?: number;
  /** An SQLite file that outlives the server; in memory when left out. */
  readonly database?: string;
}

/**
 * Starts a real django-oauth-toolkit.
 * @throws when Debian's python3-django-oauth-toolkit or python3-djangorestframework is not installed
 */
export async function startRealDjango(options: RealDjangoOptions = {}): Promise<RealServer> {
  const settings = {
    port: 0,
    bodyFormat: 'json',
    accessTtl: 600,
    refreshTtl: 86_400,
    refreshGrace: 0,
    rotate: true,
    clients: toolkitClients,
    users: toolkitUsers,
    ...options,
  };
  const script = fileURLToPath(new URL('django-server.py', import.meta.url));
  // Debian's own: another python3 on PATH lacks the packages.
  return spawnServer('/usr/bin/python3', ['-B', script, JSON.stringify(settings)]);
}
