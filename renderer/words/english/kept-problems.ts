import type { ProblemCode } from '../../../electron/contract/problem.ts';
import type { ProblemFacts, ProblemText } from '../problem-facts.ts';

/** Problems with what Lanyard keeps: the vault, files, and what was deleted from them. No server has a part in these. */
export const keptProblems = {
  'vault-locked': () => ({
    title: 'The vault is locked.',
    advice: 'Unlock Lanyard and try again.',
  }),
  'vault-unreadable': () => ({
    title: 'The vault cannot be read.',
    advice: 'Lanyard writes nothing to it, so that nothing is lost.',
  }),
  'vault-newer': () => ({
    title: 'A newer Lanyard wrote this vault.',
    advice: 'Use that version. This one writes nothing to it, so that nothing is lost.',
  }),
  'vault-cannot-save': () => ({
    title: 'The vault cannot save.',
    advice:
      'Make room on the disk, or allow Lanyard to write there. Until then new tokens are in memory only.',
  }),
  'wrong-passphrase': () => ({
    title: 'This passphrase does not open the vault.',
    advice: 'Check Caps Lock and the keyboard layout, and try again.',
  }),
  'keyring-refused': () => ({
    title: 'The system keyring did not open.',
    advice: 'Unlock the keyring and try again.',
  }),
  'record-damaged': () => ({
    title: 'This sign-in is damaged in the vault.',
    advice: 'All others are untouched. Sign in again to replace it.',
  }),
  'backup-refused': () => ({
    title: 'This passphrase does not open the backup.',
    advice: 'It is the one that was chosen when the backup was made. If it is right, the file is damaged.',
  }),
  'backup-unreadable': () => ({
    title: 'Lanyard cannot read this file.',
    advice: 'It is not one that Lanyard wrote, or it is damaged. Nothing was changed here.',
  }),
  'backup-newer': () => ({
    title: 'A newer Lanyard wrote this file.',
    advice: 'Import it with that version. Nothing was changed here.',
  }),
  'file-failed': ({ detail }) => ({
    title: `The file could not be read or written${detail ? ` (${detail})` : ''}.`,
    advice: 'Choose another place, or make room there, and try again.',
  }),
  'kind-in-use': ({ detail }) => ({
    title: `Servers are of this kind: ${detail ?? 'remove them first'}.`,
    advice: 'Delete them first: a server keeps its kind.',
  }),
  'kind-unreadable': ({ detail }) => ({
    title: 'This file describes no kind of server that Lanyard can use.',
    advice: detail ? `${detail}. Nothing was taken in.` : 'Nothing was taken in.',
  }),
  'unknown-kind': () => ({
    title: 'This kind of server is not there any more.',
    advice: 'It may have been removed meanwhile. Choose another.',
  }),
  'unknown-server': () => ({
    title: 'This server is no longer in Lanyard.',
    advice: 'It was deleted in the meantime.',
  }),
  'unknown-profile': () => ({
    title: 'This profile is no longer in Lanyard.',
    advice: 'It was deleted in the meantime.',
  }),
  'too-late': () => ({
    title: 'This can no longer be undone.',
    advice: 'What was deleted is kept for a few seconds only, and is gone by now.',
  }),
} satisfies Partial<Record<ProblemCode, (facts: ProblemFacts) => ProblemText>>;
