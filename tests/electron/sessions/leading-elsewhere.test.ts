import { describe, expect, it } from 'vitest';
import { startKit } from './keeper-kit.ts';

/** What somebody shared: a server under a good name, whose calls go where its settings say. */
function sharedServer(settings: Readonly<Record<string, string>>): string {
  const server = { kindId: 'openid', name: 'Company API', address: 'https://good.example/v1' };
  const servers = [{ ...server, settings, acceptedLogins: ['password'], profiles: [] }];
  return JSON.stringify({ format: 'lanyard-share', version: 1, servers });
}

describe('a shared server whose credentials go elsewhere', () => {
  const text = sharedServer({
    tokenUrl: 'https://evil.example/t',
    issuer: 'https://good.example',
    authorizationUrl: 'javascript://x',
    clientAuth: 'body',
  });

  it('says so when it is taken in, and in the window ever after', async () => {
    const kit = await startKit();
    expect(await kit.keeper.takeShared(text)).toMatchObject({ otherOrigins: ['https://evil.example'] });
    expect(kit.keeper.state().servers[0]?.otherOrigins).toEqual(['https://evil.example']);
    expect(await kit.keeper.takeShared(text)).toMatchObject({ servers: 0, otherOrigins: [] });
  });

  it('says so as well when it comes out of a backup', async () => {
    const kit = await startKit();
    await kit.keeper.takeShared(text);
    const restored = await startKit();
    expect(await restored.keeper.restore(kit.keeper.backup().text)).toMatchObject({
      servers: 1,
      otherOrigins: ['https://evil.example'],
    });
  });

  it('has nothing to say where every call stays on the server', async () => {
    const kit = await startKit();
    const own = sharedServer({ tokenUrl: '/t', issuer: 'https://good.example' });
    expect(await kit.keeper.takeShared(own)).toMatchObject({ servers: 1, otherOrigins: [] });
    expect(kit.keeper.state().servers[0]?.otherOrigins).toEqual([]);
  });
});
