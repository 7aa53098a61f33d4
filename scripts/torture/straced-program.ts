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

/** One system call on one of the vault's files. */
interface Call {
  readonly name: string;
  readonly path: string;
}

export interface Traced {
  readonly calls: readonly Call[];
  readonly folder: string;
}

export interface Fault {
  /** In strace's words. */
  readonly spec: string;
  readonly paths: readonly string[];
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

/** strace counts calls per thread, and Node spreads those on files over four. */
const env = { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };

/** Lists what the program does to the files in the folder, call by call. */
export async function traceProgram(program: string, folder: string, action: string): Promise<Traced> {
  const file = `${folder}.trace`;
  const strace = ['-qq', '-f', '-y', '-s', '0', '-o', file, '-e', `trace=${traced.join()}`];
  await execute('strace', [...strace, process.execPath, program, folder, action]);
  const lines = (await readFile(file, 'utf8')).split('\n');
  await rm(file);
  const calls = lines.flatMap((line) => {
    const [, name] = /^\d+ +(\w+)\(/.exec(line) ?? [];
    const path = [...line.matchAll(/[<"](\/[^>"]*)[>"]/g)]
      .map(([, one]) => one ?? '')
      .find((one) => one.startsWith(join(folder, '/')));
    return name !== undefined && path !== undefined ? [{ name, path }] : [];
  });
  return { calls, folder };
}

/** Every fault to inject into such a run: an end at each call, and each way for each write, fsync and rename to fail. */
export function faultsOf({ calls, folder }: Traced): readonly Fault[] {
  const paths = [...new Set(calls.map(({ path }) => path))];
  // The spare copy of a header that is saved by then: the next opening makes it.
  const spareFrom = calls.findIndex(({ path }) => path.endsWith('.copy.new'));
  const isOfVault = (path: string): boolean => join(path, '/').startsWith(join(folder, 'vault/'));
  const lastNaming = calls
    .map(({ name, path }) => isOfVault(path) && (name === 'rename' || name === 'unlink'))
    .lastIndexOf(true);
  return calls.flatMap(({ name, path }, at) => {
    const when = calls.slice(0, at + 1).filter((call) => call.name === name).length;
    const common = {
      paths,
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
  const where = fault.paths.flatMap((path) => ['-P', path]);
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
