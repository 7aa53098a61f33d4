import type { z } from 'zod';
import { appRequests } from './app-requests.ts';
import { inspectionRequests } from './inspection-requests.ts';
import { ownKindRequests } from './own-kind-requests.ts';
import { pickerRequests } from './picker-requests.ts';
import { placeSchema } from './place.ts';
import type { Problem } from './problem.ts';
import { profileRequests } from './profile-requests.ts';
import { serverRequests } from './server-requests.ts';
import { sessionRequests } from './session-requests.ts';
import { snapshotSchema } from './snapshot.ts';
import { tryItRequests } from './try-it-requests.ts';
import { vaultRequests } from './vault-requests.ts';

/**
 * The whole contract between window and main: name → what goes in, what comes out.
 * Types, validation, preload and the tests' stand-in for the bridge follow from this one table, which is made of one per area.
 */
export const requests = {
  ...appRequests,
  ...vaultRequests,
  ...serverRequests,
  ...ownKindRequests,
  ...profileRequests,
  ...sessionRequests,
  ...inspectionRequests,
  ...tryItRequests,
  ...pickerRequests,
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export type RequestName = keyof typeof requests;
export type RequestInput<Name extends RequestName> = z.infer<(typeof requests)[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.infer<(typeof requests)[Name]['output']>;

/** An answer over the bridge. A thrown error would lose its class and print itself, so failures travel as data. */
export type Answer<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly problem: Problem };

/** What main sends by itself. */
export const pushes = {
  snapshot: snapshotSchema,
  /** Where in the window the user wants to be, asked for outside of it. */
  go: placeSchema,
} as const;
export type PushName = keyof typeof pushes;
export type PushPayload<Name extends PushName> = z.infer<(typeof pushes)[Name]>;

/** What the preload puts on `window.lanyard`, and all that it puts there. */
export interface Bridge {
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Answer<RequestOutput<Name>>>;
  /** Listens to a push; the return value stops listening. */
  on<Name extends PushName>(name: Name, listener: (payload: PushPayload<Name>) => void): () => void;
}
