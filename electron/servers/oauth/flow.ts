import type { Login, ServerKind } from '../../contract/server-kind.ts';
import type { Browser, Loopback } from '../../ports.ts';
import type { CallPorts } from '../call.ts';
import type { CallContext } from '../engine.ts';
import type { Values } from '../fill-template.ts';
import type { ReadReply } from '../reply.ts';
import type { Grant } from '../server.ts';

/** What signing in with the browser needs of the machine. */
export interface Desktop {
  readonly browser: Browser;
  readonly loopback: Loopback;
}

/** A login's own call, with what only the flow knows. */
export interface GrantRequest {
  readonly context: CallContext;
  readonly values: Values;
  /** What an ID token that comes with the tokens has to hold. */
  readonly nonce?: string | undefined;
  /** Looks at the reply before anybody else, and throws what it means to the flow. */
  readonly look?: (reply: ReadReply) => void;
}

/** A login that goes on elsewhere. */
export interface Flow<Way extends Login> {
  readonly ports: CallPorts;
  readonly kind: ServerKind;
  readonly context: CallContext;
  readonly login: Way;
  readonly requestGrant: (request: GrantRequest) => Promise<Grant>;
}

export type BrowserLogin = Extract<Login, { flow: 'authorization-code' }>;
export type DeviceLogin = Extract<Login, { flow: 'device-code' }>;
