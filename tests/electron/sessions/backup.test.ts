import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFileTransfer } from '../../../electron/file-transfer.ts';
import type { ChosenFiles } from '../../../electron/ports.ts';
import { openBackup, sealBackup } from '../../../electron/vault/sealed-backup.ts';
import { createFakeKeyring, scryptCost, startVault } from '../vault/vault-fixture.ts';
import {
  addServer,
  createFaultyStore,
  HOUR,
  type Kit,
  loginInput,
  MINUTE,
  newGrant,
  problemCode,
  SECRETS,
  signIn,
  startKit,
} from './keeper-kit.ts';

/** What a user chose in file dialogs: one file in memory. */
function chosenFile(): ChosenFiles & { bytes: Uint8Array | null } {
  const file: ChosenFiles & { bytes: Uint8Array | null } = {
    bytes: null,
    save: async (_, bytes) => {
      file.bytes = Uint8Array.from(bytes);
      return true;
    },
    open: async () => file.bytes,
  };
  return file;
}

/** Index and records as they lie in the store, without what only says that an index was saved anew. */
const stored = ({ store }: Kit) =>
  Object.fromEntries([...store.records].map(([id, text]) => [id, JSON.parse(text)]));

async function transfer(from: Kit, to: Kit) {
  const chosenFiles = chosenFile();
  await createFileTransfer({ keeper: from.keeper, chosenFiles, scryptCost }).exportBackup('of the backup');
  return createFileTransfer({ keeper: to.keeper, chosenFiles, scryptCost }).importBackup('of the backup');
}

test('backup: export, wipe, import gives identical servers, profiles and grants, whatever they are called', {
  timeout: 60_000,
}, async () => {
  const name = fc.oneof(
    fc.constantFrom(
      '__proto__',
      'constructor',
      'שלום עולם',
      'مرحبا',
      '\u202Eright to left',
      '👩‍💻',
      ' Grüße ',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, fc.nat({ max: 3 })), { maxLength: 5 }), async (profiles) => {
      const from = await startKit();
      for (const [text, size] of profiles) {
        const serverId = await addServer(from);
        const accessToken = text + 'x'.repeat(10 ** (size + 1));
        from.script.login = async () => newGrant(from.clock, HOUR, { accessToken });
        const { profileId } = await from.keeper.login(loginInput('django-oauth-toolkit', serverId, true));
        await from.keeper.rename(profileId, text);
      }
      const to = await startKit();
      expect(await transfer(from, to)).toEqual({
        servers: profiles.length,
        added: profiles.length,
        replaced: 0,
        kept: 0,
        otherOrigins: [],
      });
      const index = { format: 1, servers: [], profiles: [], kinds: [], removing: [] };
      expect({ index, ...stored(to) }).toEqual({ index, ...stored(from) });
      expect(to.keeper.state().sessions.map((one) => one.name)).toEqual(profiles.map(([text]) => text));
      const again = await startKit({ store: to.store });
      expect(again.keeper.state().sessions).toHaveLength(profiles.length);
    }),
    { numRuns: 15 },
  );
});

test('backup: goes from one vault to another that has another keyring, with a token of a megabyte', {
  timeout: 60_000,
}, async () => {
  const from = await startKit();
  const profileId = await signIn(from);
  from.script.refresh = async () => newGrant(from.clock, HOUR, { accessToken: 'x'.repeat(1_000_000) });
  await from.keeper.refresh(profileId);
  const { vault, folder, keyring } = await startVault({ keyring: createFakeKeyring('absent') });
  await vault.create('another');
  const there = await startKit({ store: Object.assign(createFaultyStore(), vault) });
  await transfer(from, there);
  expect(there.keeper.token(profileId, 'access')).toHaveLength(1_000_000);
  const { vault: next } = await startVault({ folder, keyring });
  await next.unlock('another');
  expect(await next.read(profileId)).toEqual(stored(from)[profileId]);
});

test('backup: of a profile that is here already the one that changed last stays', async () => {
  const kit = await startKit();
  const profileId = await signIn(kit);
  const old = chosenFile();
  await createFileTransfer({ keeper: kit.keeper, chosenFiles: old, scryptCost }).exportBackup('one');
  await kit.clock.advance(MINUTE);
  await kit.keeper.refresh(profileId);
  const newest = kit.keeper.token(profileId, 'refresh');
  const fresh = chosenFile();
  await createFileTransfer({ keeper: kit.keeper, chosenFiles: fresh, scryptCost }).exportBackup('one');
  const back = await createFileTransfer({ keeper: kit.keeper, chosenFiles: old, scryptCost }).importBackup(
    'one',
  );
  expect(back).toEqual({ servers: 0, added: 0, replaced: 0, kept: 1, otherOrigins: [] });
  expect(kit.keeper.token(profileId, 'refresh')).toBe(newest);

  const other = await startKit({ clock: kit.clock });
  await createFileTransfer({ keeper: other.keeper, chosenFiles: old, scryptCost }).importBackup('one');
  const forward = await createFileTransfer({
    keeper: other.keeper,
    chosenFiles: fresh,
    scryptCost,
  }).importBackup('one');
  expect(forward).toEqual({ servers: 0, added: 0, replaced: 1, kept: 0, otherOrigins: [] });
  expect(other.keeper.token(profileId, 'refresh')).toBe(newest);
});

test('backup: what cannot be saved here leaves everything as it was', async () => {
  const from = await startKit();
  await signIn(from);
  const to = await startKit();
  to.store.isFull = true;
  expect(await problemCode(transfer(from, to))).toBe('vault-cannot-save');
  expect(to.keeper.state().servers).toEqual([]);
  expect(to.keeper.state().sessions).toEqual([]);
});

test('backup: another passphrase, one changed bit, and what is no backup are refused, each by its own words', {
  timeout: 60_000,
}, async () => {
  const sealed = await sealBackup('one', Buffer.from('{}'.padEnd(40)), scryptCost);
  expect((await openBackup('one', sealed)).toString().trim()).toBe('{}');
  const refused = (bytes: Uint8Array, passphrase = 'one') => problemCode(openBackup(passphrase, bytes));
  expect(await refused(sealed, 'two')).toBe('backup-refused');
  for (let at = 0; at < sealed.length; at += 7) {
    const flipped = Buffer.from(sealed);
    flipped.writeUInt8(flipped.readUInt8(at) ^ 0x40, at);
    expect(await refused(flipped), `byte ${at}`).toMatch(/^backup-(refused|unreadable|newer)$/);
  }
  expect(await refused(sealed.subarray(0, -12))).toBe('backup-refused');
  for (const odd of [
    Buffer.alloc(0),
    Buffer.from('LNYB'),
    Buffer.from('{"format":1}'),
    sealed.subarray(0, 40),
  ]) {
    expect(await refused(odd)).toBe('backup-unreadable');
  }
  const newer = Buffer.from(sealed);
  newer.writeUInt16BE(2, 4);
  expect(await refused(newer)).toBe('backup-newer');
  const absurd = Buffer.from(sealed);
  absurd.writeUInt8(30, 6);
  const startedAt = performance.now();
  expect(await refused(absurd)).toBe('backup-unreadable');
  expect(performance.now() - startedAt).toBeLessThan(1000);
});

test('backup: a file that opens and holds something else changes nothing', {
  timeout: 60_000,
}, async () => {
  const kit = await startKit();
  const file = chosenFile();
  const files = createFileTransfer({ keeper: kit.keeper, chosenFiles: file, scryptCost });
  for (const text of [
    '',
    'null',
    '{}',
    '{"format":2}',
    '{"format":1,"index":1,"records":[]}',
    '{"format":1,"index":{},"records":[{"id":"../x","record":{}}]}',
  ]) {
    file.bytes = await sealBackup('one', Buffer.from(text), scryptCost);
    expect(await problemCode(files.importBackup('one')), text).toBe('backup-unreadable');
  }
  expect(kit.store.writes).toBe(0);
  expect(await problemCode(files.exportBackup(''))).toBe('bad-input');
});

test('share: holds no secret of any kind of server, and builds the same servers and profiles elsewhere', async () => {
  const from = await startKit();
  for (const kindId of ['django-oauth-toolkit', 'datarhei-core', 'zebbra', 'oauth2']) {
    await signIn(from, kindId, true);
  }
  const serverId = await addServer(from);
  await from.keeper.updateServer({
    serverId,
    kindId: 'django-oauth-toolkit',
    name: 'with a certificate',
    address: 'https://other.example.com/base',
    settings: {},
    allowPlainHttp: false,
    caPem:
      '-----BEGIN PRIVATE KEY-----\ncanary-key\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  });
  const chosenFiles = chosenFile();
  const written = await createFileTransfer({ keeper: from.keeper, chosenFiles }).exportShare();
  expect(written).toEqual({ saved: true, servers: 5, profiles: 4 });
  const text = Buffer.from(chosenFiles.bytes ?? []).toString();
  for (const secret of [...Object.values(SECRETS), 'canary']) expect(text).not.toContain(secret);
  expect(JSON.stringify(stored(from))).toContain(SECRETS.password);
  expect(text).toContain('MIIB');

  const to = await startKit();
  const files = createFileTransfer({ keeper: to.keeper, chosenFiles });
  expect(await files.importShare()).toEqual({ servers: 5, added: 4, replaced: 0, kept: 0, otherOrigins: [] });
  const shown = (kit: Kit) => ({
    servers: kit.keeper.state().servers.map(({ id: _, facts: __, ...server }) => server),
    profiles: kit.keeper.state().sessions.map(({ name, loginId }) => ({ name, loginId })),
  });
  expect(shown(to)).toEqual(shown(from));
  expect(new Set(to.keeper.state().sessions.map(({ state }) => state))).toEqual(new Set(['signed-out']));
  expect(await files.importShare()).toEqual({ servers: 0, added: 0, replaced: 0, kept: 4, otherOrigins: [] });
});

test('share: what its file says besides, a secret among it, comes nowhere', async () => {
  const kit = await startKit();
  const file = chosenFile();
  const server = {
    kindId: 'django-oauth-toolkit',
    name: 'shared',
    address: 'http://api.example.com',
    allowPlainHttp: true,
    settings: { accessToken: 'canary-1' },
    acceptedLogins: [],
    profiles: [
      {
        name: 'alice',
        loginId: 'password',
        fields: { username: 'alice', password: 'canary-2', clientSecret: 'canary-3' },
        grant: { accessToken: 'canary-4' },
      },
    ],
  };
  const files = createFileTransfer({ keeper: kit.keeper, chosenFiles: file });
  file.bytes = Buffer.from(JSON.stringify({ format: 'lanyard-share', version: 1, servers: [server] }));
  await files.importShare();
  expect(kit.keeper.state().servers).toMatchObject([{ name: 'shared', allowPlainHttp: false }]);
  expect(JSON.stringify(stored(kit))).not.toContain('canary');
  for (const text of ['', '[]', '{}', '{"format":"lanyard-share","version":2,"servers":[]}']) {
    file.bytes = Buffer.from(text);
    expect(await problemCode(files.importShare()), text).toBe('backup-unreadable');
  }
});

test('backup: a damaged profile is replaced, also by one that was signed out, and holds up no other', async () => {
  const from = await startKit();
  const [one, two] = [await signIn(from), await signIn(from, 'zebbra')];
  await from.keeper.logout(one);
  const records = new Map(from.store.records);
  from.store.records.set(one, '{}');
  from.store.records.set(two, '{}');
  const to = await startKit({ store: from.store, clock: from.clock });
  const whole = createFaultyStore();
  for (const [id, text] of records) whole.records.set(id, text);
  const result = await transfer(await startKit({ store: whole, clock: from.clock }), to);
  expect(result).toMatchObject({ replaced: 2, kept: 0 });
  expect([to.session(one).state, to.session(two).state]).toEqual(['signed-out', 'cannot-refresh']);
  expect(to.session(one).problem).toBeNull();
});

test('backup: what was damaged when it was made stays as it is here', async () => {
  const kit = await startKit();
  const profileId = await signIn(kit);
  kit.store.records.set(profileId, '{}');
  const again = await startKit({ store: kit.store, clock: kit.clock });
  expect(await transfer(again, again)).toMatchObject({ replaced: 0, kept: 1 });
  expect(again.session(profileId).problem).toEqual({ code: 'record-damaged' });
});

test('backup: a grant of after the clock was set back is newer than one of before', async () => {
  const kit = await startKit();
  const profileId = await signIn(kit);
  await kit.clock.advance(MINUTE);
  await kit.keeper.refresh(profileId);
  const chosenFiles = chosenFile();
  const files = createFileTransfer({ keeper: kit.keeper, chosenFiles, scryptCost });
  await files.exportBackup('of the backup');
  kit.clock.jump(-24 * HOUR);
  await kit.keeper.refresh(profileId);
  const newest = kit.keeper.token(profileId, 'refresh');
  expect(await files.importBackup('of the backup')).toMatchObject({ replaced: 0, kept: 1 });
  expect(kit.keeper.token(profileId, 'refresh')).toBe(newest);
});
