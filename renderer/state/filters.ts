import type { Environment } from '../../electron/contract/environment.ts';

export const stateFilters = ['needs-you', 'waiting', 'live', 'ending-soon', 'signed-out'] as const;
export type StateFilter = (typeof stateFilters)[number];

/** What the wall is narrowed to; of each list one has to fit, of the lists all that are not empty. */
export interface Filters {
  readonly states: readonly StateFilter[];
  readonly environments: readonly Environment[];
  readonly tags: readonly string[];
  readonly serverIds: readonly string[];
  readonly favourites: boolean;
}

export const noFilters: Filters = {
  states: [],
  environments: [],
  tags: [],
  serverIds: [],
  favourites: false,
};

export function hasFilters({ states, environments, tags, serverIds, favourites }: Filters): boolean {
  return favourites || states.length + environments.length + tags.length + serverIds.length > 0;
}

/** The list with the value in it, or without it where it was there. */
export function toggled<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}
