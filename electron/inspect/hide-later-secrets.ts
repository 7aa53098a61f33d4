import { type Claim, type Inspection, notShown } from '../contract/inspection.ts';
import { secretFinder } from '../servers/server-words.ts';
import { withoutSecrets } from './shown-claims.ts';

/** What was read of a token at a time when other secrets were known, without what holds one of those that are known now. */
export function hideLaterSecrets(inspection: Inspection, secrets: readonly string[]): Inspection {
  const holds = secretFinder(secrets);
  function hide(claim: Claim): Claim {
    if (!holds(claim.name) && !holds(claim.value)) return claim;
    const name = holds(claim.name) ? notShown : claim.name;
    return { name, value: notShown, type: 'hidden', at: null, guessed: false };
  }
  return {
    ...inspection,
    algorithm: inspection.algorithm === null ? null : withoutSecrets(inspection.algorithm, secrets),
    header: inspection.header.map(hide),
    claims: inspection.claims.map(hide),
  };
}
