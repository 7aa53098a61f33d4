import { describe, expect, it } from 'vitest';
import type { ServerKind } from '../../../electron/contract/server-kind.ts';
import { madeUpKind } from '../../support/made-up-kind.ts';
import { HOUR, type Kit, newGrant, startKit } from './keeper-kit.ts';

const password = 'canary-password';
const address = 'https://api.example.com';

/** The made-up kind, with nothing in its forms declared a secret. */
const open: ServerKind = {
  ...madeUpKind,
  label: 'The same, in the open',
  logins: madeUpKind.logins.map((login) => ({
    ...login,
    fields: login.fields.map((field) => ({ ...field, type: 'text' as const, secret: false })),
  })),
};

/** A profile that remembers its password, at a server that is of another kind by now. */
async function afterChangeOfKind(kit: Kit) {
  const { kindId } = await kit.keeper.saveKind({ kind: madeUpKind });
  const draft = { name: 'Made up', address, settings: {}, allowPlainHttp: false };
  const { serverId } = await kit.keeper.addServer({ ...draft, kindId });
  const fields = { username: 'ada', password };
  const login = { serverId, loginId: 'password', fields, remember: true, attemptId: 'a' };
  const { profileId } = await kit.keeper.login(login);
  const other = await kit.keeper.saveKind({ kind: open });
  await kit.keeper.updateServer({ serverId, ...draft, kindId: other.kindId });
  return { profileId, kindId, changeBack: () => kit.keeper.updateServer({ serverId, ...draft, kindId }) };
}

describe('a secret that was typed for one kind', () => {
  it('is neither shown nor shared by a kind that declares its field to be none', async () => {
    const kit = await startKit();
    const { profileId } = await afterChangeOfKind(kit);
    expect(kit.keeper.detail(profileId)).toMatchObject({ fields: { username: 'ada' }, keptSecrets: [] });
    expect(kit.keeper.share().text).toContain('"ada"');
    expect(kit.keeper.share().text).not.toContain(password);
  });

  it('stays one in a copy of the profile', async () => {
    const kit = await startKit();
    const { profileId } = await afterChangeOfKind(kit);
    const copy = await kit.keeper.duplicate(profileId);
    expect(kit.keeper.detail(copy.profileId).fields).toEqual({ username: 'ada' });
    expect(kit.keeper.share().text).not.toContain(password);
  });

  it('is kept for that kind, and strikes out what holds it', async () => {
    const kit = await startKit();
    kit.script.login = async () => ({ ...newGrant(kit.clock, HOUR), scope: `read ${password}` });
    const { profileId, changeBack } = await afterChangeOfKind(kit);
    await changeBack();
    const detail = kit.keeper.detail(profileId);
    expect(detail).toMatchObject({ fields: { username: 'ada' }, keptSecrets: ['password'] });
    expect(JSON.stringify(detail)).not.toContain(password);
  });

  it('is shown by no other kind either where the vault is from before secrets were written down', async () => {
    const kit = await startKit();
    const { profileId } = await afterChangeOfKind(kit);
    const { secretFields, ...older } = JSON.parse(kit.store.records.get(profileId) ?? '');
    expect(secretFields).toEqual(['password']);
    kit.store.records.set(profileId, JSON.stringify(older));
    const again = await startKit({ store: kit.store });
    expect(again.keeper.detail(profileId).fields).toEqual({});
    expect(again.keeper.share().text).not.toContain(password);
  });
});
