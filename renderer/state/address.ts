/** An address as it is shown beside a name: without its scheme. */
export function hostOf(address: string): string {
  return address.replace(/^https?:\/\//i, '');
}
