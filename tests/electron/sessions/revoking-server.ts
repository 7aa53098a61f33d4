import { Failure } from '../../../electron/failure.ts';
import {
  addServer,
  HOUR,
  type Kit,
  type KitOptions,
  loginInput,
  newGrant,
  problemCode,
  startKit,
} from './keeper-kit.ts';

export const lost = () => new Failure('timed-out', { done: 'maybe' });
export const gatewaySays = (status: number) => new Failure('server-failed', { status, done: 'maybe' });
export const neverSent = () => new Failure('unreachable', { done: 'no' });
export const refused = () => new Failure('grant-refused', { status: 400 });

/** A session of one hour, 48 minutes before its refresh, on a server that takes a replaced refresh token for theft. */
export async function pasted(options?: KitOptions): Promise<Kit & { readonly profileId: string }> {
  const kit = await startKit(options);
  kit.script.login = async () => newGrant(kit.clock, HOUR);
  const serverId = await addServer(kit, 'oauth2');
  const fields = { clientId: 'desktop', refreshToken: 'canary-pasted' };
  const { profileId } = await kit.keeper.login({
    ...loginInput('oauth2', serverId),
    loginId: 'paste',
    fields,
  });
  return { ...kit, profileId };
}

/** Whatever can cause a refresh, many times; answers how the button was answered. */
export async function everyTrigger(kit: Kit, profileId: string): Promise<readonly string[]> {
  const asked = Array.from({ length: 25 }, () => problemCode(kit.keeper.refresh(profileId)));
  for (let time = 0; time < 25; time += 1) kit.keeper.wake();
  kit.keeper.token(profileId, 'access');
  await kit.clock.advance(1000);
  return [...new Set(await Promise.all(asked))];
}
