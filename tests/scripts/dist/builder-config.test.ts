import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builderConfig } from '../../../scripts/dist/builder-config.ts';
import { fuses } from '../../../scripts/dist/fuses.ts';

const official = {
  electronDist: '/electron',
  electronVersion: '45.4.1',
  isLookOnly: false,
  repository: 'somebody/lanyard',
};

function sorts(target: unknown): readonly unknown[] {
  return Array.isArray(target) ? target.map((one) => (typeof one === 'string' ? one : one.target)) : [];
}

describe('the configuration of the packages', () => {
  it('makes what each system installs', () => {
    const { appId, linux, mac, win } = builderConfig(official);
    expect(appId).toBe('app.lanyard.Lanyard');
    expect(sorts(linux?.target)).toEqual(['AppImage', 'deb']);
    expect(mac?.target).toEqual([
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ]);
    expect(sorts(win?.target)).toEqual(['nsis', 'portable']);
  });

  it('packs what was built, and neither sources, tests, maps nor node_modules', () => {
    expect(builderConfig(official).files).toEqual([
      'dist/*.cjs',
      'dist/renderer/**',
      '!**/.vite/**',
      '!**/node_modules/**',
      '!**/*.map',
    ]);
  });

  it('registers no scheme, no file type and no start with the system', () => {
    const config = builderConfig(official);
    expect(config).not.toHaveProperty('protocols');
    expect(config).not.toHaveProperty('fileAssociations');
    expect(JSON.stringify(config)).not.toContain('lanyard://');
  });

  it('sets every fuse that there is, each to the safe side', () => {
    expect(builderConfig(official).electronFuses).toEqual(fuses);
    const older = builderConfig({ ...official, electronVersion: '25.1.1' }).electronFuses;
    expect({ ...older, grantFileProtocolExtraPrivileges: false }).toEqual(fuses);
    expect(fuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      enableCookieEncryption: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('asks of macOS a hardened runtime, and no right but to compile scripts', async () => {
    const { mac } = builderConfig(official);
    expect(mac?.hardenedRuntime).toBe(true);
    expect(mac?.entitlementsInherit).toBe(mac?.entitlements);
    const entitlements = await readFile(mac?.entitlements ?? '', 'utf8');
    expect(entitlements.match(/com\.apple\.[\w.-]+/g)).toEqual(['com.apple.security.cs.allow-jit']);
  });

  it('looks for updates at the releases of the repository that builds it, and nowhere without one', () => {
    expect(builderConfig(official).publish).toEqual({
      provider: 'github',
      owner: 'somebody',
      repo: 'lanyard',
    });
    expect(builderConfig({ ...official, repository: null }).publish).toBeNull();
  });

  it('names every package of a stand-in as one to look at', () => {
    const { artifactName, nsis, portable } = builderConfig({
      ...official,
      isLookOnly: true,
      electronVersion: '25.1.1',
    });
    for (const name of [artifactName, nsis?.artifactName, portable?.artifactName]) {
      expect(name).toContain('-LOOK-ONLY-electron-25.1.1-');
    }
    expect(builderConfig(official).artifactName).not.toContain('LOOK-ONLY');
  });

  it('has an icon for every system', async () => {
    const { linux, mac, win, directories } = builderConfig(official);
    for (const icon of [linux?.icon, mac?.icon, win?.icon]) {
      await access(join(directories?.buildResources ?? '', icon ?? 'missing'));
    }
  });
});
