import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What the vault's program printed, line upon line. */
export interface Said {
  readonly status?: string;
  readonly read?: unknown;
  readonly damaged?: readonly string[];
  readonly opens?: readonly string[];
  readonly again?: unknown;
  readonly done?: boolean;
  readonly failure?: string;
}

/** One system call on the vault's files that may change them. */
interface Call {
  readonly name: string;
  /** The first is what it does something to; a rename has two. */
  readonly paths: readonly string[];
}

export interface Traced {
  readonly calls: readonly Call[];
  readonly folder: string;
}

export interface Fault {
  /** In strace's words, counted among the calls on that path. */
  readonly spec: string;
  readonly path: string;
  /** The call fails, instead of being the process's last. */
  readonly isError: boolean;
  /** The call serves something that saving does not depend on. */
  readonly mayPass: boolean;
  /** All files have their new names already. */
  readonly isNamed: boolean;
}

const failing = ['write', 'pwrite64', 'fsync', 'fdatasync', 'rename'];
const traced = ['openat', 'mkdir', 'chmod', 'fchmod', 'link', 'unlink', ...failing];
const errors = ['ENOSPC', 'EIO', 'EROFS'];
/** An injected error that nobody waits for must not be waited for either. */
const limitSeconds = '20';

/** strace counts calls per thread, and Node spreads those that change files over four. */
const env = { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };

/**
 * Lists what the program does to the files in the folder, call by call. What its main thread does is left out: it only reads there, and a
 * process that ends at a read has left what it would leave at the change before.
 */
export async function traceProgram(program: string, folder: string, action: string): Promise<Traced> {
  const file = `${folder}.trace`;
  const strace = ['-qq', '-f', '-y', '-s', '0', '-o', file, '-e', `trace=${traced.join()}`];
  await execute('strace', [...strace, process.execPath, program, folder, action]);
  const lines = (await readFile(file, 'utf8')).split('\n');
  await rm(file);
  const [, mainThread] = /^(\d+) /.exec(lines[0] ?? '') ?? [];
  const calls = lines.flatMap((line) => {
    const [, thread, name] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    const paths = [...line.matchAll(/[<"](\/[^>"]*)[>"]/g)]
      .map(([, one]) => one ?? '')
      .filter((one) => one.startsWith(join(folder, '/')));
    if (name === undefined || paths.length === 0) return [];
    if (thread !== mainThread) return [{ name, paths }];
    if (name === 'openat' && !line.includes('O_CREAT')) return [];
    throw new Error(`The main thread changes files: ${line}`);
  });
  return { calls, folder };
}

/** Every fault to inject into such a run: an end at each call, and each way for each write, fsync and rename to fail. */
export function faultsOf({ calls, folder }: Traced): readonly Fault[] {
  const pathOf = ({ paths: [path = ''] }: Call): string => path;
  // The spare copy of a header that is saved by then: the next opening makes it.
  const spareFrom = calls.findIndex((call) => pathOf(call).endsWith('.copy.new'));
  const isOfVault = (path: string): boolean => join(path, '/').startsWith(join(folder, 'vault/'));
  const lastNaming = calls
    .map((call) => isOfVault(pathOf(call)) && (call.name === 'rename' || call.name === 'unlink'))
    .lastIndexOf(true);
  return calls.flatMap((call, at) => {
    const { name } = call;
    const path = pathOf(call);
    const when = calls.slice(0, at + 1).filter((one) => one.name === name && one.paths.includes(path)).length;
    const common = {
      path,
      mayPass: !isOfVault(path) || (spareFrom >= 0 && at >= spareFrom),
      isNamed: at > lastNaming,
    };
    const end = { ...common, spec: `${name}:signal=SIGKILL:when=${when}`, isError: false };
    if (!failing.includes(name)) return [end];
    const ways = errors.map((error) => `error=${error}`);
    // A disk that takes a part and reports success.
    if (name.includes('write')) ways.push('retval=7');
    return [end, ...ways.map((way) => ({ ...common, spec: `${name}:${way}:when=${when}`, isError: true }))];
  });
}

/** Runs the program to its end, or to the one that the fault brings. */
export async function runProgram(
  program: string,
  folder: string,
  action: string,
  fault?: Fault,
): Promise<{ readonly said: Said; readonly wasInjected: boolean }> {
  const command = [process.execPath, program, folder, action];
  if (fault === undefined) return { said: parse(await execute(...split(command))), wasInjected: false };
  const file = `${folder}.trace`;
  const [name] = fault.spec.split(':');
  const where = ['-P', fault.path];
  const strace = ['-qq', '-f', '-o', file, '-e', `trace=${name}`, ...where, '-e', `inject=${fault.spec}`];
  const said = parse(await execute('strace', [...strace, 'timeout', '-s', 'KILL', limitSeconds, ...command]));
  const trace = await readFile(file, 'utf8');
  await rm(file);
  return { said, wasInjected: /INJECTED|killed by SIGKILL/.test(trace) };
}

function split([file = '', ...args]: readonly string[]): readonly [string, readonly string[]] {
  return [file, args];
}

/** What it printed; how it ended is what is being tried. */
function execute(file: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(file, args, { env }, (_error, output) => resolve(output));
  });
}

function parse(output: string): Said {
  return Object.assign(
    {},
    ...output
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
}
