import type { Exchange, SessionEvent, SessionView } from '../contract/session.ts';
import { isoWithOffset } from './iso-with-offset.ts';

/** What runs Lanyard: what whoever reads a report asks first. */
export interface About {
  readonly version: string;
  readonly electron: string;
  /** Its name, release and kind of processor. */
  readonly system: string;
}

export interface ReportInput {
  readonly about: About;
  readonly now: number;
  /** The kind of server in Lanyard's own words; null for one that the user described. */
  readonly kind: string | null;
  /** The server's address, where the user wants it in the report. */
  readonly address: string | null;
  readonly view: Pick<SessionView, 'state' | 'nextActionAt' | 'keptBy'>;
  readonly exchanges: readonly Exchange[];
  readonly events: readonly SessionEvent[];
  /** Names of the user, which a path may hold. */
  readonly names: readonly string[];
}

interface Line {
  readonly at: number;
  readonly text: string;
}

/** The timeline of a session as plain text for whoever looks into a fault, the newest first. Names nobody, and no host unless asked to. */
export function timelineReport(input: ReportInput): string {
  const { about, now, kind, address, view } = input;
  const lines = [
    ...planned(input),
    ...input.events.map(eventLine),
    ...input.exchanges.map(exchangeLine(input.names)),
  ];
  lines.sort((one, other) => other.at - one.at);
  return [
    `Lanyard ${about.version}, Electron ${about.electron}, ${about.system}`,
    `Server: ${kind ?? 'a kind that the user described'}${address === null ? '' : `, ${address}`}`,
    `Session: ${view.state}, kept by ${view.keptBy}, at ${isoWithOffset(now)}`,
    '',
    ...lines.map(({ at, text }) => `${isoWithOffset(at)}  ${text}`),
    '',
  ].join('\n');
}

function planned({ view: { nextActionAt, keptBy, state } }: ReportInput): readonly Line[] {
  if (nextActionAt === null || keptBy === 'nothing') return [];
  const what = keptBy === 'refresh-token' ? 'refresh' : 'sign-in';
  return [{ at: nextActionAt, text: `planned: ${state === 'retrying' ? 'next try' : what}` }];
}

const happened: Readonly<Record<SessionEvent['what'], string>> = {
  pasted: 'tokens were pasted',
  unanswered: 'a refresh was sent, and its answer is not known',
  'gave-up': 'Lanyard stopped trying by itself',
  'signed-out': 'signed out',
  ends: 'end of the access token',
  'sign-in-ends': 'end of the refresh token',
};

function eventLine({ at, what }: SessionEvent): Line {
  return { at, text: `event: ${happened[what]}` };
}

function exchangeLine(names: readonly string[]): (exchange: Exchange) => Line {
  return ({ at, purpose, outcome, method, path, status, elapsedMs, problem }) => {
    const code = problem === null ? '' : `, ${problem.code}`;
    const answer = status === null ? 'no answer' : String(status);
    const call = `${method} ${withoutNames(path, names)}`;
    return { at, text: `${purpose}: ${outcome}, ${call}, ${answer}, ${Math.round(elapsedMs)} ms${code}` };
  };
}

/** Some servers have the user in their paths. */
function withoutNames(path: string, names: readonly string[]): string {
  const hidden = new Set(names.filter(Boolean).map((name) => name.toLowerCase()));
  return path
    .split('/')
    .map((segment) => (hidden.has(decoded(segment).toLowerCase()) ? '{user}' : segment))
    .join('/');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
