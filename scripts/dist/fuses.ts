import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Configuration } from 'electron-builder';

/** How the fuses of a packaged Lanyard are set: it is no Node, opens to no debugger, and runs its own archive alone. */
export const fuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  enableCookieEncryption: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const satisfies NonNullable<Configuration['electronFuses']>;

/** The first Electron with a fuse for what pages from `file:` may do. */
const FILE_FUSE_SINCE = 29;

/** The fuses that an Electron has; setting one that it lacks is an error. */
export function fusesOf(electronVersion: string): Partial<typeof fuses> {
  if (Number.parseInt(electronVersion, 10) >= FILE_FUSE_SINCE) return fuses;
  const { grantFileProtocolExtraPrivileges: _, ...older } = fuses;
  return older;
}

type FuseName = keyof typeof fuses;

const places: Readonly<Record<FuseName, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

export interface ReadFuse {
  readonly name: FuseName;
  readonly wanted: boolean;
  /** Null where this Electron has no such fuse. */
  readonly found: boolean | null;
}

/** Reads the fuses back from a packaged program, by what stands in its bytes. */
export async function readFuses(executable: string): Promise<readonly ReadFuse[]> {
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(places).map(([name, place]) => {
    const state = wire[place];
    const isThere = state === FuseState.ENABLE || state === FuseState.DISABLE;
    return {
      name: name as FuseName,
      wanted: fuses[name as FuseName],
      found: isThere ? state === FuseState.ENABLE : null,
    };
  });
}
