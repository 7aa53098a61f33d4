import type { Environment } from '../contract/environment.ts';
import type { SavedRequest } from '../contract/request-draft.ts';
import type { ExpirySource, IdTokenSignature, Life } from '../contract/session.ts';

/** One address of one kind, as main knows it. Holds no secret; the vault's index keeps it sealed all the same. */
export interface Server {
  readonly id: string;
  readonly kindId: string;
  readonly name: string;
  /** Absent is none. */
  readonly environment?: Environment;
  /** Base address without a slash at the end; may hold a path. */
  readonly address: string;
  /** Values of the kind's settings, by field id. */
  readonly settings: Readonly<Record<string, string>>;
  readonly allowPlainHttp: boolean;
  /** A further certificate authority in PEM. */
  readonly caPem?: string;
  /** Origins besides its own to which its kind's calls may lead; secrets are bound to them as well. */
  readonly furtherOrigins?: readonly string[];
  /** Requests that the user keeps with it. */
  readonly requests?: readonly SavedRequest[];
  readonly acceptedLogins: readonly string[];
  readonly facts: readonly string[];
  /** Runs inside of Lanyard, for a look. */
  readonly demo?: true;
}

/** What a server gave. Secret through and through: it lives in main and in the vault, nowhere else. */
export interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** As the server wrote it, `Bearer` where it wrote none. */
  readonly tokenType: string;
  readonly scope: string | null;
  readonly access: Life;
  /** Null when there is no refresh token. */
  readonly refreshLife: Life | null;
  /** Life of the access token at receipt in ms, null when unknown. */
  readonly lifetimeMs: number | null;
  /** Server clock minus ours by the `Date` header, null when it sent none. */
  readonly clockSkewMs: number | null;
  /** Null where the server gave none. */
  readonly idToken: IdToken | null;
  /** What was wrong with a later one that came with a refresh, in words that quote nothing of it. */
  readonly idTokenFault?: string | undefined;
  /** The private key, as a JWK, that the tokens are bound to; null for plain bearer tokens. @see RFC 9449 */
  readonly key: string | null;
}

/** An ID token and how far its signature could be trusted when it came. */
export interface IdToken {
  readonly token: string;
  readonly signature: IdTokenSignature;
  readonly receivedAt: number;
}

/** A lifetime before it is tied to an instant. */
export interface Lifetime {
  readonly expiresAt: number | null;
  readonly source: ExpirySource;
  readonly guessed: boolean;
}
