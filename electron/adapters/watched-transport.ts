import {
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request as requestPlain,
} from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Socket } from 'node:net';
import { type SecureContextOptions, TLSSocket } from 'node:tls';

/** Node's own HTTP, watched. */
export interface WatchedTransport {
  request(options: RequestOptions, onReply: (reply: IncomingMessage) => void): ClientRequest;
  /**
   * False while nothing of the request can have left: no connection was made, or none that is secure where it has to be. Error codes cannot
   * tell that, for the same ones come before and after.
   */
  mayHaveSent(): boolean;
}

/**
 * Watches the connection of the one request that is sent to this address. What is `own` of this client goes with the request, not with its
 * agent, which would show it to a proxy too.
 */
export function watchedTransport(
  { protocol }: URL,
  own: Pick<SecureContextOptions, 'cert' | 'key'> = {},
): WatchedTransport {
  const request = protocol === 'https:' ? requestSecure : requestPlain;
  let isOpen = false;
  const open = (): void => {
    isOpen = true;
  };
  return {
    request(options, onReply) {
      return request({ ...options, ...own }, onReply).once('socket', (socket: Socket) => {
        if (socket instanceof TLSSocket) socket.once('secureConnect', open);
        else if (socket.connecting) socket.once('connect', open);
        else open();
      });
    },
    mayHaveSent: () => isOpen,
  };
}
