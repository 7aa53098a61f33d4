import { expect, test } from 'vitest';
import type { ServerDraft } from '../../../electron/contract/server.ts';
import { startKit } from './keeper-kit.ts';

const draft: ServerDraft = {
  kindId: 'datarhei-core',
  name: 'Core',
  address: 'https://one.example.com',
  settings: {},
  allowPlainHttp: false,
  facts: ['version 16.16.0'],
  acceptedLogins: ['auth0'],
};

test('what a server said of itself stays with its address', async () => {
  const { keeper } = await startKit();
  const { serverId } = await keeper.addServer(draft);
  const { facts: _, acceptedLogins: __, ...unasked } = draft;
  const known = () => keeper.state().servers.map(({ facts, acceptedLogins }) => [facts, acceptedLogins]);

  await keeper.updateServer({ ...unasked, serverId, name: 'Renamed' });
  expect(known()).toEqual([[['version 16.16.0'], ['auth0']]]);

  await keeper.updateServer({ ...unasked, serverId, address: 'https://two.example.com' });
  expect(known()).toEqual([[[], []]]);
});
