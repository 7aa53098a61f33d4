import type { Exchange } from '../../electron/contract/session.ts';

/** A request as the list of them shows it: the newest of those in a row that are alike. */
export interface ShownRequest {
  readonly exchange: Exchange;
  readonly times: number;
  /** When the first of them was made. */
  readonly since: number;
}

/** Requests in the order in which they happened; one that is asked over and over with the same answer is one line. */
export function shownRequests(exchanges: readonly Exchange[]): readonly ShownRequest[] {
  const shown: ShownRequest[] = [];
  for (const exchange of exchanges) {
    const last = shown.at(-1);
    if (last && isAlike(last.exchange, exchange))
      shown[shown.length - 1] = { ...last, exchange, times: last.times + 1 };
    else shown.push({ exchange, times: 1, since: exchange.at });
  }
  return shown;
}

function isAlike(one: Exchange, other: Exchange): boolean {
  return (['purpose', 'method', 'path', 'status', 'outcome'] as const).every(
    (part) => one[part] === other[part],
  );
}
