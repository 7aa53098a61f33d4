/** Where the vault lies unless Lanyard was started with a data folder of its own. */
export function vaultFolder(platform: string | null): string {
  switch (platform) {
    case 'darwin':
      return '~/Library/Application Support/Lanyard/vault';
    case 'win32':
      return '%APPDATA%\\Lanyard\\vault';
    default:
      return '~/.config/Lanyard/vault';
  }
}
