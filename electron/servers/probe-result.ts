import type { ProbeResult } from '../contract/probe-result.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import { textAt, valueAt, valuesAt } from './json-path.ts';
import type { PlannedStep } from './probe-plan.ts';
import { matchesReply, type ReadReply } from './reply.ts';
import { cleanWords } from './server-words.ts';

type Match = Omit<ProbeResult['matches'][number], 'evidence'>;

/** A step whose answer fits its kind. */
export interface SeenStep extends PlannedStep {
  readonly reply: ReadReply;
}

/** True where the answer is the kind's, and the word of nobody but the address that was asked. */
export function isMatch({ step, address }: PlannedStep, reply: ReadReply): boolean {
  if (!step.match.some((match) => matchesReply(match, reply))) return false;
  return !step.issuer || issuerOf(step.issuer.path, address, reply) !== undefined;
}

/** An issuer may end in a slash that its address is written without. */
function issuerOf(path: string, address: string, reply: ReadReply): string | undefined {
  const issuer = valueAt(reply.json, path);
  return issuer === address || issuer === `${address}/` ? issuer : undefined;
}

/**
 * Sums up what fitted: one match a kind, certain ones first, then those that more answers speak for, and last what descriptions from
 * outside claim.
 */
export function summarise(
  kinds: readonly ServerKind[],
  seen: readonly SeenStep[],
): { readonly address: string | undefined; readonly matches: Match[] } {
  const found = kinds
    .flatMap((kind) => {
      const steps = seen.filter((step) => step.kind.id === kind.id);
      const [first] = steps;
      if (!first) return [];
      const isOwn = kind.group === 'own';
      return [{ address: first.address, isOwn, weight: weigh(steps), match: matchOf(kind, steps) }];
    })
    .sort((a, b) => Number(a.isOwn) - Number(b.isOwn) || b.weight - a.weight);
  const address = found[0]?.address;
  return { address, matches: found.filter((one) => one.address === address).map(({ match }) => match) };
}

/** Beside a certain answer guesses weigh nothing; of kinds that weigh the same, the order of the kinds decides. */
function weigh(steps: readonly SeenStep[]): number {
  const certain = steps.filter(({ step }) => step.certain).length;
  return certain > 0 ? 100 + certain : steps.length;
}

function matchOf(kind: ServerKind, steps: readonly SeenStep[]): Match {
  const name = steps.map(({ step, reply }) => step.name && textAt(reply.json, step.name)).find(Boolean);
  const [first] = steps;
  const host = first ? new URL(first.address).host : '';
  return {
    kindId: kind.id,
    certain: steps.some(({ step }) => step.certain === true),
    suggestedName:
      (name && cleanWords(name, [])?.slice(0, 100)) || (kind.group === 'known' ? kind.label : host),
    settings: Object.assign({}, ...steps.map((step) => settingsOf(kind, step))),
    acceptedLogins: [...new Set(steps.flatMap(loginsOf))],
    facts: [...new Set(steps.flatMap(factsOf))],
  };
}

function settingsOf(kind: ServerKind, { address, step, settings, reply }: SeenStep): Record<string, string> {
  const read = Object.entries(step.settingsFrom ?? {}).flatMap(([id, path]) => {
    const text = textAt(reply.json, path);
    const may = kind.settings.find((setting) => setting.id === id)?.mayLeaveOrigin === true;
    const url = text === undefined ? undefined : shortened(text, address, may);
    return url === undefined ? [] : [[id, url] as const];
  });
  const issuer = step.issuer && issuerOf(step.issuer.path, address, reply);
  const following = (step.settingsWhen ?? []).filter(({ when }) => matchesReply(when, reply));
  return Object.assign(
    {},
    settings,
    step.settings,
    Object.fromEntries(read),
    step.issuer && issuer !== undefined && { [step.issuer.setting]: issuer },
    ...following.map((one) => one.settings),
  );
}

/** An address under the server's own becomes a path; one elsewhere stays whole, so that the window shows where it leads. */
function shortened(text: string, address: string, mayLeaveOrigin: boolean): string | undefined {
  if (text.length > 2000 || !/^https?:\/\/[\x21-\x7e]+$/.test(text)) return undefined;
  if (text.startsWith(`${address}/`)) return text.slice(address.length);
  return mayLeaveOrigin ? text : undefined;
}

function loginsOf({ step, reply }: SeenStep): readonly string[] {
  const { logins } = step;
  if (!logins) return [];
  const said = valuesAt(reply.json, logins.path).filter((value) => typeof value === 'string');
  if (logins.unsaid && said.length === 0) return logins.unsaid;
  const accepted = logins.accept.filter(({ startsWith }) => said.some((text) => text.startsWith(startsWith)));
  return [...accepted.map(({ login }) => login), ...logins.always];
}

function factsOf({ step, reply }: SeenStep): readonly string[] {
  return (step.facts ?? []).flatMap(({ text, path, when }) => {
    if (when) return matchesReply(when, reply) ? [text] : [];
    const value = path === undefined ? undefined : textAt(reply.json, path);
    const clean = value === undefined ? undefined : cleanWords(`${text} ${value}`, [])?.slice(0, 200);
    return clean === undefined ? [] : [clean];
  });
}
