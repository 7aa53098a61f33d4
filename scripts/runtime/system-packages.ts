import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from './plain-error.ts';
import { run } from './run.ts';

type Purpose = 'window' | 'display' | 'tests' | 'demo' | 'smoke';

interface Requirement {
  readonly purpose: Purpose;
  readonly kind: 'library' | 'program' | 'python';
  readonly name: string;
  /** Debian's names for it, the newest first: releases of 2024 renamed some for 64-bit time. */
  readonly packages: readonly string[];
}

const requirements: readonly Requirement[] = [
  { purpose: 'window', kind: 'library', name: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { purpose: 'window', kind: 'library', name: 'libnss3.so', packages: ['libnss3'] },
  { purpose: 'window', kind: 'library', name: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { purpose: 'window', kind: 'library', name: 'libgbm.so.1', packages: ['libgbm1'] },
  { purpose: 'window', kind: 'library', name: 'libXss.so.1', packages: ['libxss1'] },
  { purpose: 'window', kind: 'library', name: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
  { purpose: 'window', kind: 'library', name: 'libnotify.so.4', packages: ['libnotify4'] },
  { purpose: 'display', kind: 'program', name: 'Xvfb', packages: ['xvfb'] },
  { purpose: 'display', kind: 'program', name: 'xauth', packages: ['xauth'] },
  { purpose: 'tests', kind: 'program', name: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
  { purpose: 'tests', kind: 'program', name: 'dbus-daemon', packages: ['dbus-daemon', 'dbus'] },
  { purpose: 'tests', kind: 'program', name: 'dbus-launch', packages: ['dbus-x11'] },
  { purpose: 'tests', kind: 'program', name: 'secret-tool', packages: ['libsecret-tools'] },
  { purpose: 'tests', kind: 'program', name: 'xdotool', packages: ['xdotool'] },
  { purpose: 'tests', kind: 'program', name: 'xclip', packages: ['xclip'] },
  { purpose: 'tests', kind: 'program', name: 'strace', packages: ['strace'] },
  { purpose: 'tests', kind: 'program', name: 'unshare', packages: ['util-linux'] },
  { purpose: 'tests', kind: 'program', name: 'ip', packages: ['iproute2'] },
  { purpose: 'tests', kind: 'program', name: 'curl', packages: ['curl'] },
  { purpose: 'tests', kind: 'program', name: 'http', packages: ['httpie'] },
  { purpose: 'tests', kind: 'program', name: 'wget', packages: ['wget'] },
  { purpose: 'tests', kind: 'program', name: 'dash', packages: ['dash'] },
  { purpose: 'tests', kind: 'python', name: 'requests', packages: ['python3-requests'] },
  { purpose: 'tests', kind: 'python', name: 'dbus', packages: ['python3-dbus'] },
  { purpose: 'tests', kind: 'python', name: 'gi', packages: ['python3-gi'] },
  { purpose: 'tests', kind: 'python', name: 'oauth2_provider', packages: ['python3-django-oauth-toolkit'] },
  { purpose: 'tests', kind: 'python', name: 'django', packages: ['python3-django'] },
  { purpose: 'tests', kind: 'python', name: 'rest_framework', packages: ['python3-djangorestframework'] },
  { purpose: 'smoke', kind: 'program', name: 'xdotool', packages: ['xdotool'] },
  { purpose: 'smoke', kind: 'program', name: 'xclip', packages: ['xclip'] },
  { purpose: 'smoke', kind: 'program', name: 'xprop', packages: ['x11-utils'] },
  { purpose: 'smoke', kind: 'program', name: 'strace', packages: ['strace'] },
  { purpose: 'smoke', kind: 'program', name: 'curl', packages: ['curl'] },
  { purpose: 'demo', kind: 'program', name: 'curl', packages: ['curl'] },
];

/**
 * Makes sure that what the purposes need of the operating system is there: installs it when running as root where apt is,
 * and otherwise stops with the command to type. Linux only; elsewhere Electron brings all it needs.
 */
export async function prepareSystem(...purposes: readonly Purpose[]): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = missingRequirements(purposes);
  if (missing.length === 0) return;
  const names = [...new Set(missing.map((requirement) => requirement.name))].join(', ');
  if (!isProgram('apt-get')) {
    throw new PlainError(`Lanyard needs ${names}, which this system lacks: please install them.`);
  }
  if (process.getuid?.() !== 0) {
    throw new PlainError(
      `Lanyard needs system packages that are missing; please run: sudo ${['apt-get', ...installArguments(missing)].join(' ')}`,
    );
  }
  await install(missing);
  const stillMissing = missingRequirements(purposes).map((requirement) => requirement.name);
  if (stillMissing.length > 0) {
    throw new PlainError(`Installing system packages did not bring ${stillMissing.join(', ')}.`);
  }
}

async function install(missing: readonly Requirement[]): Promise<void> {
  console.log('Installing what Electron and its tools need of this system …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A fresh container has no package lists at all, an old one has lists of packages that are gone.
  await run('apt-get', ['update', '-q'], { env });
  const args = installArguments(missing);
  console.log(`apt-get ${args.join(' ')}`);
  if ((await run('apt-get', [...args, '-q', '-o', 'DPkg::Lock::Timeout=120'], { env })) !== 0) {
    throw new PlainError(`Installing system packages failed; please run: apt-get ${args.join(' ')}`);
  }
}

function installArguments(missing: readonly Requirement[]): readonly string[] {
  return ['install', '-y', '--no-install-recommends', ...new Set(missing.map(packageName))];
}

function packageName({ packages, name }: Requirement): string {
  return packages.find(isInstallable) ?? packages.at(-1) ?? name;
}

function isInstallable(name: string): boolean {
  const policy = execFileSync('apt-cache', ['policy', name], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))/.test(policy);
}

function missingRequirements(purposes: readonly Purpose[]): readonly Requirement[] {
  const libraries = linkedLibraries();
  const isThere = ({ kind, name }: Requirement): boolean => {
    if (kind === 'program') return isProgram(name);
    if (kind === 'python') return existsSync(`/usr/lib/python3/dist-packages/${name}`);
    // Without ldconfig (NixOS, musl) nobody can tell; Electron names what it misses by itself.
    return libraries === undefined || libraries.includes(`${name} `);
  };
  return requirements.filter(
    (requirement) => purposes.includes(requirement.purpose) && !isThere(requirement),
  );
}

function linkedLibraries(): string | undefined {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8', maxBuffer: 16_000_000 });
  } catch {
    return undefined;
  }
}

function isProgram(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
