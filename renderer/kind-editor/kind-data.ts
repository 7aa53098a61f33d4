import { kindFaults } from '../../electron/contract/own-kind.ts';
import { type ServerKind, serverKindSchema } from '../../electron/contract/server-kind.ts';
import { words } from '../words/words.ts';
import { type JsonScan, lineOf, scanJson } from './scan-json.ts';

const said = words.kindEditor;

/** Something wrong in a description as text. */
export interface DataFault {
  readonly line: number;
  /** Empty for text that is no JSON. */
  readonly path: string;
  readonly message: string;
}

/** What stands in the data view; `kind` only where the form can show it. */
export interface KindData {
  readonly kind: ServerKind | null;
  readonly faults: readonly DataFault[];
}

/** A description as text to edit. Its id and its group are Lanyard's to give. */
export function dataText({ id: _, group: __, ...described }: ServerKind): string {
  return JSON.stringify(described, null, 2);
}

/** Reads a description from text, and says at which line it is wrong. */
export function readData(text: string): KindData {
  const scan = scanJson(text);
  if (scan.faultAt !== null) {
    return { kind: null, faults: [{ line: scan.faultAt, path: '', message: said.noJson }] };
  }
  const json: unknown = JSON.parse(text);
  const read = serverKindSchema.safeParse(
    typeof json === 'object' && json !== null ? { ...json, id: '', group: 'own' } : json,
  );
  return { kind: read.success ? read.data : null, faults: faultsByLine(kindFaults(json), scan) };
}

function faultsByLine(faults: Readonly<Record<string, string>>, scan: JsonScan): readonly DataFault[] {
  return Object.entries(faults)
    .map(([path, message]) => ({ line: lineOf(scan, path), path, message: `${message}.` }))
    .sort((a, b) => a.line - b.line);
}
