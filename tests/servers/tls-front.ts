import { once } from 'node:events';
import { connect } from 'node:net';
import { createServer } from 'node:tls';

/** Stands before a server with a certificate, so that it is reached over https. */
export async function startTlsFront(
  { url }: { readonly url: string },
  certificate: { readonly key: string; readonly cert: string },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const target = Number(new URL(url).port);
  const front = createServer(certificate, (incoming) => {
    const behind = connect(target, '127.0.0.1');
    incoming.pipe(behind).pipe(incoming);
    incoming.on('error', () => behind.destroy());
    behind.on('error', () => incoming.destroy());
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const address = front.address();
  if (address === null || typeof address === 'string') throw new Error('The front has no port.');
  return {
    url: `https://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(front, 'close');
      front.close();
      await closed;
    },
  };
}
