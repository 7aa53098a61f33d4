import type { RequestOutput } from './contract/ipc.ts';
import { Failure } from './failure.ts';
import type { ChosenFiles, FileSort } from './ports.ts';
import type { Keeper } from './sessions/keeper.ts';
import { backupLimitBytes, openBackup, sealBackup } from './vault/sealed-backup.ts';
import { words } from './words/words.ts';

/** A file of 10,000 servers is a few megabytes. */
const shareLimitBytes = 16 * 1024 * 1024;

/** Far above what a description may be long. */
const kindLimitBytes = 1024 * 1024;

const backupSort: FileSort = {
  ...words.files.backup,
  extension: 'lanyard-backup',
  name: 'Lanyard.lanyard-backup',
  unreadable: 'backup-unreadable',
};

const shareSort: FileSort = {
  ...words.files.share,
  extension: 'json',
  name: 'lanyard-servers.json',
  unreadable: 'backup-unreadable',
};

const kindSort: FileSort = {
  ...words.files.kind,
  extension: 'json',
  name: 'lanyard-kind.json',
  unreadable: 'kind-unreadable',
};

/** Writes to and reads from files that the user chooses. */
export interface FileTransfer {
  exportBackup(passphrase: string): Promise<RequestOutput<'backup.export'>>;
  importBackup(passphrase: string): Promise<RequestOutput<'backup.import'>>;
  exportShare(profileIds?: readonly string[]): Promise<RequestOutput<'share.export'>>;
  importShare(): Promise<RequestOutput<'share.import'>>;
  exportKind(kindId: string): Promise<RequestOutput<'kind.export'>>;
  importKind(): Promise<RequestOutput<'kind.import'>>;
}

export function createFileTransfer(parts: {
  readonly keeper: Pick<Keeper, 'backup' | 'restore' | 'share' | 'takeShared' | 'kindFile' | 'takeKind'>;
  readonly chosenFiles: ChosenFiles;
  /** scrypt's N for new backups. Only tests lower it, to no less than 2¹⁵. */
  readonly scryptCost?: number;
}): FileTransfer {
  const { keeper, chosenFiles, scryptCost } = parts;

  return {
    async exportBackup(passphrase) {
      if (passphrase === '') throw new Failure('bad-input', { field: 'passphrase' });
      const { text, servers, profiles } = keeper.backup();
      const plain = Buffer.from(text);
      const sealed = await sealBackup(passphrase, plain, scryptCost);
      plain.fill(0);
      return { saved: await chosenFiles.save(backupSort, sealed), servers, profiles };
    },
    async importBackup(passphrase) {
      const bytes = await chosenFiles.open(backupSort, backupLimitBytes);
      if (bytes === null) return null;
      const plain = await openBackup(passphrase, bytes);
      const text = plain.toString('utf8');
      plain.fill(0);
      return keeper.restore(text);
    },
    async exportShare(profileIds) {
      const { text, servers, profiles } = keeper.share(profileIds);
      return { saved: await chosenFiles.save(shareSort, Buffer.from(text)), servers, profiles };
    },
    async importShare() {
      const bytes = await chosenFiles.open(shareSort, shareLimitBytes);
      return bytes === null ? null : keeper.takeShared(Buffer.from(bytes).toString('utf8'));
    },
    async exportKind(kindId) {
      const { label, text } = keeper.kindFile(kindId);
      const name = `${fileName(label)}.json`;
      return { saved: await chosenFiles.save({ ...kindSort, name }, Buffer.from(text)) };
    },
    async importKind() {
      const bytes = await chosenFiles.open(kindSort, kindLimitBytes);
      return bytes === null ? null : keeper.takeKind(Buffer.from(bytes).toString('utf8'));
    },
  };
}

/** A name that every file system takes. */
function fileName(label: string): string {
  const name = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
  return name === '' ? 'lanyard-kind' : `lanyard-kind-${name}`;
}
