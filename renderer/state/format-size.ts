const nbsp = '\u00a0';

/** How large something is: `312 B`, `4.2 KiB`, `1 MiB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes}${nbsp}B`;
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KiB'] : [bytes / 1024 / 1024, 'MiB'];
  return `${Number(size.toFixed(1))}${nbsp}${unit}`;
}
