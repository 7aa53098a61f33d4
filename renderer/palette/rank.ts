import { type FoldedTexts, foldTexts, matchScore } from '../state/match-score.ts';
import { words } from '../words/words.ts';
import type { Command, CommandGroup } from './command.ts';

/** As many as anybody looks through; with more of them typing on is faster, and so is drawing. */
const MOST_SHOWN = 50;
const MOST_RECENT = 5;

export interface Ranked {
  readonly groups: readonly CommandGroup[];
  /** How many fit, also of those that are not shown. */
  readonly found: number;
}

/** Puts the best first: what fits best, then what was used last, then what stood first. Without a query, what needs the user. */
export function rank(query: string, commands: readonly Command[], recent: readonly string[]): Ranked {
  if (query.trim() === '') return withoutQuery(commands, recent);
  const fitting = withLevelBelow(query, commands)
    .flatMap((command) => {
      const score = matchScore(query, textsOf(command));
      return score === null ? [] : [{ command, score, age: age(recent, command.id) }];
    })
    .sort((a, b) => b.score - a.score || a.age - b.age);
  const shown = fitting.slice(0, MOST_SHOWN).map(({ command }) => command);
  return { found: fitting.length, groups: grouped(shown) };
}

/** From the second word on, what stands below a session is looked through too: `copy curl charlie`. */
function withLevelBelow(query: string, commands: readonly Command[]): readonly Command[] {
  if (!query.trim().includes(' ')) return commands;
  return [
    ...commands,
    ...commands.flatMap(({ label, of, more }) =>
      (more?.() ?? []).map((action) => ({
        ...action,
        note: of === undefined ? label : `${label} @ ${of.serverName}`,
      })),
    ),
  ];
}

function withoutQuery(commands: readonly Command[], recent: readonly string[]): Ranked {
  const { needsYou, sessions, actions } = words.palette;
  const urgent = commands.filter(({ of }) => of?.session.state === 'needs-sign-in');
  const used = commands
    .filter(({ id }) => recent.includes(id))
    .filter((command) => !urgent.includes(command))
    .sort((a, b) => age(recent, a.id) - age(recent, b.id))
    .slice(0, MOST_RECENT);
  const rest = commands.filter((command) => !urgent.includes(command) && !used.includes(command));
  const isLevelBelow = commands.every(({ of }) => of === undefined);
  const all = [
    { label: needsYou, items: urgent },
    { label: words.palette.recent, items: used },
    { label: sessions, items: rest.filter(({ of }) => of !== undefined) },
    {
      label: isLevelBelow ? actions : words.palette.commands,
      items: rest.filter(({ of }) => of === undefined),
    },
  ];
  // A crowd of sessions must not push the commands off the list.
  const commandCount = Math.min(all[3]?.items.length ?? 0, 15);
  let room = MOST_SHOWN - commandCount;
  const groups = all.map((group, index) => {
    const items = group.items.slice(0, index === 3 ? commandCount + room : Math.max(0, room));
    room -= items.length;
    return { label: group.label, items };
  });
  return { found: commands.length, groups: groups.filter(({ items }) => items.length > 0) };
}

function grouped(commands: readonly Command[]): readonly CommandGroup[] {
  const { sessions, commands: others } = words.palette;
  const groups = [
    { label: sessions, items: commands.filter(({ of }) => of !== undefined) },
    { label: others, items: commands.filter(({ of }) => of === undefined) },
  ].filter(({ items }) => items.length > 0);
  // The group of the best one stands first.
  return groups.sort((a, b) => commands.indexOf(first(a)) - commands.indexOf(first(b)));
}

function first({ items: [command] }: CommandGroup): Command {
  if (command === undefined) throw new Error('an empty group was kept');
  return command;
}

function age(recent: readonly string[], id: string): number {
  const index = recent.indexOf(id);
  return index === -1 ? recent.length : index;
}

const folded = new WeakMap<Command, FoldedTexts>();

function textsOf(command: Command): FoldedTexts {
  const known = folded.get(command);
  if (known !== undefined) return known;
  const { label, words: others = [], also = [] } = command;
  const texts = foldTexts({ names: [label, ...others], also });
  folded.set(command, texts);
  return texts;
}
