import { Failure } from '../failure.ts';
import type { Clock, KeyWrap } from '../ports.ts';

/** A keyring that asks its user to unlock it needs some seconds; one that hangs must not keep the window waiting. */
const keyringTimeoutMs = 5_000;

/** Gives every call to a keyring an end: what hangs or throws becomes a `Failure` with `keyring-refused`. */
export function boundKeyring(keyring: KeyWrap, clock: Clock): KeyWrap {
  function bounded<Result>(call: () => Promise<Result>): Promise<Result> {
    let cancel = () => {};
    const timeout = new Promise<never>((_, reject) => {
      cancel = clock.after(keyringTimeoutMs, () => reject(new Failure('keyring-refused')));
    });
    const answer = Promise.resolve().then(call);
    return Promise.race([answer, timeout])
      .catch(() => {
        throw new Failure('keyring-refused');
      })
      .finally(cancel);
  }

  return {
    available: () => bounded(() => keyring.available()),
    wrap: (bytes) => bounded(() => keyring.wrap(bytes)),
    unwrap: (wrapped) => bounded(() => keyring.unwrap(wrapped)),
  };
}
