import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { projectFolder } from '../runtime/folders.ts';
import { fusesOf } from './fuses.ts';

/** Where packages are put. */
export const packagesFolder = join(projectFolder, 'dist/packages');

/** The maintainers' public key, by which a Lanyard that looks for updates tells theirs from others. Without it no build looks for any. */
const updateKey = join(projectFolder, 'packaging/update-key.pem');

interface BuildParts {
  /** The folder that holds the Electron to pack. */
  readonly electronDist: string;
  readonly electronVersion: string;
  /** True for an Electron that must never be released, which the names of the packages then say. */
  readonly isLookOnly: boolean;
  /** `owner/name` on GitHub, whose releases page a build with a key asks for updates; null for a build that asks nobody. */
  readonly repository: string | null;
}

/** What is packed, for which systems, and how it is hardened. */
export function builderConfig(parts: BuildParts): Configuration {
  const { electronDist, electronVersion, isLookOnly, repository } = parts;
  const [owner = '', repo = ''] = repository?.split('/') ?? [];
  const marked = isLookOnly ? `LOOK-ONLY-electron-${electronVersion}-` : '';
  return {
    appId: 'app.lanyard.Lanyard',
    productName: 'Lanyard',
    copyright: 'Copyright © the Lanyard contributors',
    directories: { output: packagesFolder, buildResources: join(projectFolder, 'packaging') },
    // Everything that runs is bundled into these; of node_modules nothing is packed.
    files: ['dist/*.cjs', 'dist/renderer/**', '!**/.vite/**', '!**/node_modules/**', '!**/*.map'],
    extraResources: [
      { from: 'dist/licenses', to: 'licenses' },
      { from: 'LICENSE', to: 'licenses/LICENSE-Lanyard.txt' },
      ...(existsSync(updateKey) ? [{ from: updateKey, to: 'update-key.pem' }] : []),
    ],
    extraMetadata: {
      // What the desktop knows the window by, so that it finds the entry with the icon.
      desktopName: 'lanyard.desktop',
      homepage: repository === null ? 'https://lanyard.invalid' : `https://github.com/${repository}`,
    },
    asar: true,
    npmRebuild: false,
    electronDist,
    electronVersion,
    // The window speaks English; these are Chromium's own few words.
    electronLanguages: ['en-US'],
    electronFuses: fusesOf(electronVersion),
    artifactName: `\${productName}-\${version}-${marked}\${os}-\${arch}.\${ext}`,
    publish: repository === null ? null : { provider: 'github', owner, repo },
    // The stand-in keeps a starter for unpacked apps beside the place of the packed one.
    afterPack: ({ appOutDir, electronPlatformName }) =>
      electronPlatformName === 'linux'
        ? rm(join(appOutDir, 'resources/app'), { recursive: true, force: true })
        : undefined,
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'lanyard',
      syncDesktopName: true,
      icon: 'icons/png',
      category: 'Development',
      synopsis: 'Every API sign-in in one window',
      maintainer: 'The Lanyard maintainers <maintainers@lanyard.invalid>',
      desktop: { entry: { Keywords: 'API;OAuth;token;curl;session;', StartupWMClass: 'lanyard' } },
    },
    mac: {
      target: [
        { target: 'dmg', arch: 'universal' },
        { target: 'zip', arch: 'universal' },
      ],
      category: 'public.app-category.developer-tools',
      icon: 'icons/icon.icns',
      hardenedRuntime: true,
      entitlements: join(projectFolder, 'packaging/entitlements.mac.plist'),
      entitlementsInherit: join(projectFolder, 'packaging/entitlements.mac.plist'),
    },
    win: { target: ['nsis', 'portable'], icon: 'icons/icon.ico' },
    nsis: { artifactName: `\${productName}-\${version}-${marked}\${os}-\${arch}-setup.\${ext}` },
    portable: { artifactName: `\${productName}-\${version}-${marked}\${os}-\${arch}-portable.\${ext}` },
  };
}
