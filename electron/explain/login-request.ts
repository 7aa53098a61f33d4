import type { RequestTemplate } from '../contract/request-template.ts';

/** A value that a login request sends. `isText` is false for numbers and truth values in JSON. */
export interface SentField {
  /** In JSON the names on the way to it, joined by dots. */
  readonly name: string;
  readonly value: string;
  readonly isText: boolean;
}

/** A login as one request, read from an example of it. Secret through and through. */
export interface LoginRequest {
  readonly method: RequestTemplate['method'];
  readonly url: URL;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly basic: { readonly username: string; readonly password: string } | null;
  readonly bodyAs: 'json' | 'form' | null;
  readonly fields: readonly SentField[];
  /** What was noticed besides, in sentences. */
  readonly notes: readonly string[];
}
