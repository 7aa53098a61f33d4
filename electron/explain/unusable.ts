import type { UnusableReason } from '../contract/explanation.ts';

/** Thrown where a text describes no server. Carries nothing of the text, which may hold secrets. */
export class Unusable extends Error {
  readonly reason: UnusableReason;

  constructor(reason: UnusableReason) {
    super(reason);
    this.name = 'Unusable';
    this.reason = reason;
  }
}
