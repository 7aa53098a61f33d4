import type { Clock, HttpReply } from '../ports.ts';
import { serverDate } from './reply.ts';

/** What a proof for an origin rests on. */
export interface OriginNote {
  /** The server's last nonce. @see RFC 9449 §8 */
  readonly nonce: string | undefined;
  /** Its clock minus ours, in ms. */
  readonly skewMs: number;
}

/** Keeps, while Lanyard runs, what servers said that proofs to them rest on. */
export interface OriginNotes {
  noteOf(url: string): OriginNote;
  /** True while a proof that rested on this note would be made the same way again. */
  isStill(url: string, note: OriginNote): boolean;
  takeReply(url: string, reply: HttpReply): void;
}

/** Dates count whole seconds and replies take their time; a smaller difference is none. */
const LEAST_SKEW_MS = 2_000;

/** Visible ASCII without quote and backslash, of a length that servers need. @see RFC 9449 §8.1 */
const usableNonce = /^[\x21\x23-\x5b\x5d-\x7e]{1,1000}$/;

export function createOriginNotes(): OriginNotes {
  const notes = new Map<string, OriginNote>();
  const noteOf = (url: string): OriginNote =>
    notes.get(new URL(url).origin) ?? { nonce: undefined, skewMs: 0 };
  return {
    noteOf,
    isStill(url, { nonce, skewMs }) {
      const now = noteOf(url);
      return now.nonce === nonce && now.skewMs === skewMs;
    },
    takeReply(url, reply) {
      const known = noteOf(url);
      const nonce = reply.headers['dpop-nonce'];
      const date = serverDate(reply);
      const skewMs = date === undefined ? known.skewMs : date - reply.receivedAt;
      const isNew = Math.abs(skewMs - known.skewMs) >= LEAST_SKEW_MS;
      notes.set(new URL(url).origin, {
        nonce: nonce !== undefined && usableNonce.test(nonce) ? nonce : known.nonce,
        // Small ones would shake every proof by a second, to and fro.
        skewMs: isNew ? (Math.abs(skewMs) < LEAST_SKEW_MS ? 0 : skewMs) : known.skewMs,
      });
    },
  };
}

/** The time by the server's clock, as far as that is known, epoch ms. */
export function serverNow(clock: Clock, { skewMs }: OriginNote): number {
  return clock.now() + skewMs;
}
