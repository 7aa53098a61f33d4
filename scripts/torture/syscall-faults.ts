import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'vite';
import type { Progress } from '../runtime/progress.ts';
import type { PartResult } from './figures.ts';
import { type Fault, faultsOf, runProgram, type Said, traceProgram } from './straced-program.ts';

/** What a new process finds: the record, and what opens the vault. */
interface Found {
  readonly read: unknown;
  readonly opens: readonly string[];
}

/** What is done under faults, what lies there before, and what may be found after it: before it counts, and once it does. */
interface Subject {
  readonly action: string;
  readonly before: readonly string[];
  readonly old: Found;
  readonly done: Found;
}

const keyringVault = ['old'];
const sharedVault = [...keyringVault, 'setPassphrase'];
const passphraseVault = [...sharedVault, 'removeKeyring'];

const subjects: readonly Subject[] = [
  saving('save', ['old'], 'old', 'new'),
  saving('save', ['create'], null, 'new'),
  saving('remove', ['old', 'save'], 'new', null),
  saving('create', [], null, null),
  rewrapping('setPassphrase', keyringVault, ['keyring'], ['keyring', 'one']),
  rewrapping('changePassphrase', passphraseVault, ['one'], ['two']),
  rewrapping('changePassphrase', sharedVault, ['keyring', 'one'], ['keyring', 'two']),
  rewrapping('removePassphrase', sharedVault, ['keyring', 'one'], ['keyring']),
  rewrapping('addKeyring', passphraseVault, ['one'], ['keyring', 'one']),
  rewrapping('removeKeyring', sharedVault, ['keyring', 'one'], ['one']),
];

/** A quick run saves and changes a passphrase, and takes a sixteenth of the faults. */
const quickSubjects = subjects.filter((_, at) => at === 0 || at === 5);
const quickShare = 16;

function saving(action: string, before: readonly string[], old: unknown, done: unknown): Subject {
  const opens = ['keyring'];
  return { action, before, old: { read: old, opens }, done: { read: done, opens } };
}

function rewrapping(
  action: string,
  before: readonly string[],
  old: readonly string[],
  done: readonly string[],
): Subject {
  const read = 'old';
  return { action, before, old: { read, opens: old }, done: { read, opens: done } };
}

/**
 * Ends a process that saves, or changes what opens the vault, at each of its system calls on the vault's files, and lets each write, fsync
 * and rename fail in each way. After every one, a new process must open the vault and find the old or the new state; what the first
 * called done must be there, and a failure must be a `Failure` that left the old state, unless the new one already had its name; and
 * saving must work again.
 */
export async function runSyscallFaults(isQuick: boolean, progress: Progress): Promise<PartResult> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-faults-'));
  const broken: string[] = [];
  let syscallFaults = 0;
  let faultsSurvived = 0;
  try {
    const program = await buildProgram(folder);
    for (const subject of isQuick ? quickSubjects : subjects) {
      const template = join(folder, 'template');
      await rm(template, { recursive: true, force: true });
      await mkdir(template);
      for (const action of subject.before) await runProgram(program, template, action);
      const traced = await inCopy(template, folder, (copy) => traceProgram(program, copy, subject.action));
      const faults = faultsOf(traced).filter((_, at) => !isQuick || at % quickShare === 0);
      for (const [at, fault] of faults.entries()) {
        const wrong = await inCopy(template, folder, (copy) => suffer(program, copy, subject, fault));
        syscallFaults += 1;
        if (wrong.length === 0) faultsSurvived += 1;
        broken.push(...wrong.map((what) => `${subject.action}, ${fault.spec}: ${what}`));
        progress.step(at + 1, faults.length, subject.action);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (syscallFaults === 0) broken.push('no system call was seen');
  return { figures: { syscallFaults, faultsSurvived }, broken };
}

/** What is wrong after a fault; nothing when it was survived. */
async function suffer(
  program: string,
  copy: string,
  { action, old, done }: Subject,
  fault: Fault,
): Promise<readonly string[]> {
  const suffered = await runProgram(program, copy, action, fault);
  const { said: after } = await runProgram(program, copy, 'check');
  const wrong: string[] = [];
  if (!suffered.wasInjected) wrong.push('the fault did not strike');
  if (after.status !== 'open') wrong.push(`the vault is ${after.status}`);
  if (after.damaged?.length !== 0) wrong.push(`damaged: ${after.damaged}`);
  if (after.again !== 'again') wrong.push(`saving does not work again: ${after.failure}`);
  const { read, opens } = after;
  const isOld = isDeepStrictEqual({ read, opens }, old);
  const isDone = isDeepStrictEqual({ read, opens }, done);
  if (!isOld && !isDone) wrong.push(`found ${JSON.stringify({ read, opens })}`);
  if (suffered.said.done && !isDone) wrong.push('what was acknowledged is gone');
  return fault.isError ? [...wrong, ...wrongAnswer(suffered.said, fault, isOld)] : wrong;
}

/** What is wrong with how a process took a failing disk. */
function wrongAnswer(said: Said, fault: Fault, isOld: boolean): readonly string[] {
  if (said.done) return fault.mayPass ? [] : ['the failure was not noticed'];
  if (said.status === 'none') return [];
  if (said.failure !== 'vault-cannot-save') return [`ended with ${JSON.stringify(said)}`];
  return isOld || fault.isNamed ? [] : ['it failed, and the old state is gone'];
}

async function inCopy<Result>(
  template: string,
  folder: string,
  act: (copy: string) => Promise<Result>,
): Promise<Result> {
  const copy = join(folder, 'copy');
  await cp(template, copy, { recursive: true });
  try {
    return await act(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** One plain file, so that nothing but the vault's own calls is traced. */
async function buildProgram(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'vault-program.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'vault-program.mjs' } },
    },
  });
  return join(folder, 'vault-program.mjs');
}
