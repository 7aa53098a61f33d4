import { fieldOf, send } from '../send.ts';
import { playPerson } from './play-person.ts';
import type { RealServer } from './spawn-server.ts';

/** Signs in by the device flow, with the person at the browser played. */
export async function signInByDevice(
  provider: RealServer,
  client_id = 'desktop',
): Promise<{ readonly accessToken: string; readonly refreshToken: string }> {
  const scope = 'openid email offline_access';
  const started = await send(provider, 'POST /device/auth', { form: { client_id, scope } });
  await playPerson(fieldOf(started, 'verification_uri_complete'));
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id,
    device_code: fieldOf(started, 'device_code'),
  };
  const granted = await send(provider, 'POST /token', { form });
  return { accessToken: fieldOf(granted, 'access_token'), refreshToken: fieldOf(granted, 'refresh_token') };
}
