import type { PastedInspection } from '../contract/inspection.ts';

type TakenOff = PastedInspection['takenOff'];

interface PastedText {
  readonly token: string;
  readonly takenOff: TakenOff;
}

const schemes = '(?:bearer|dpop|token|jwt)';
const header = /authorization["']?\s*[:=]\s*["']?/i;
/** A header somewhere in a longer text, such as a curl command. */
const headerWithin = new RegExp(`${header.source}${schemes}\\s+([^\\s'"\\\\]+)`, 'i');

/** Takes off a pasted text what people copy along with a token, and says what that was. JSON keeps its white space. */
export function readPasted(text: string): PastedText {
  const trimmed = text.trim();
  if (isJson(trimmed)) return { token: trimmed, takenOff: [] };
  const inside = headerWithin.exec(trimmed);
  const around =
    inside !== null && (inside.index > 1 || trimmed.length - inside.index - inside[0].length > 1);
  if (around && inside[1] !== undefined) return { token: inside[1], takenOff: ['around'] };

  const taken = new Set<TakenOff[number]>();
  let rest = trimmed;
  function takeOff(what: TakenOff[number], pattern: RegExp): void {
    const left = rest.replace(pattern, '').trim();
    if (left === rest) return;
    rest = left;
    taken.add(what);
  }
  takeOff('quotes', /^["'`“”‘’«»]+|["'`“”‘’«»]+[,;]?$/g);
  takeOff('header', new RegExp(`^${header.source}`, 'i'));
  takeOff('scheme', new RegExp(`^${schemes}(?:\\s+|$)`, 'i'));
  takeOff('quotes', /^["'`“”‘’«»]+|["'`“”‘’«»]+[,;]?$/g);
  // A terminal breaks lines, also with a backslash; nobody sees a zero-width space.
  takeOff('space', /\\?\r?\n|[\s\u200b-\u200d\u2060\ufeff]+/g);
  if (text !== text.trim()) taken.add('space');
  return { token: rest, takenOff: [...taken] };
}

function isJson(text: string): boolean {
  if (!text.startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
