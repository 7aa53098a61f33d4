const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** True for what a browser may be sent to: https anywhere, and http on this machine. What other schemes start is not for a server to choose. */
export function mayOpen(address: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(address);
    if (username !== '' || password !== '') return false;
    return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
  } catch {
    return false;
  }
}
