const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4a',
  SOCKS4: 'socks4a',
  SOCKS5: 'socks5h',
};

/**
 * The first usable proxy of an answer such as `PROXY a:8080; SOCKS5 b:1080; DIRECT`, as a URL, or null for a direct connection.
 * Names are resolved by the proxy, which may know more of them.
 */
export function proxyUrl(answer: string): string | null {
  for (const entry of answer.split(';')) {
    const [type = '', host = ''] = entry.trim().split(/\s+/);
    if (type.toUpperCase() === 'DIRECT') return null;
    const scheme = schemes[type.toUpperCase()];
    if (scheme !== undefined && /^[\w.:[\]-]+$/.test(host)) return `${scheme}://${host}`;
  }
  return null;
}
