/** Where the traced processes sent anything, by call: `127.0.0.1:8080`, `[::1]:53`, or the path of a socket. */
export function destinationsIn(trace: string): readonly string[] {
  return trace.split('\n').flatMap((line) => {
    const [, port, address] =
      /sa_family=AF_INET, sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)/.exec(line) ?? [];
    if (address !== undefined) return [`${address}:${port}`];
    const [, port6, address6] =
      /sa_family=AF_INET6, sin6_port=htons\((\d+)\).*inet_pton\(AF_INET6, "([^"]+)"/.exec(line) ?? [];
    if (address6 !== undefined) return [`[${address6}]:${port6}`];
    const [, path] = /sa_family=AF_UNIX, sun_path=@?"([^"]+)"/.exec(line) ?? [];
    return path === undefined ? [] : [path];
  });
}

/** Sockets of this machine that belong to the window, the desktop or the accounts; the resolver's would be a look-up of a name. */
export function isLocalService(destination: string): boolean {
  return destination.startsWith('/') && !destination.includes('resolve');
}
