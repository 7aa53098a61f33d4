import { words } from '../words/words.ts';
import type { ProfileEntry } from './index-record.ts';

/** Fields that name an account, most telling first. */
const NAMING_FIELDS = ['username', 'clientId'] as const;

/** The name of a profile that the user did not name: who it is, else what it logged in as; numbered where the server has it already. */
export function profileName(
  who: string | null,
  fields: Readonly<Record<string, string>>,
  profiles: readonly ProfileEntry[],
  serverId: string,
): string {
  const typed = NAMING_FIELDS.map((id) => fields[id]).find((value) => value !== undefined && value !== '');
  return freeName(who || typed || words.remarks.profile, profiles, serverId);
}

/** The name itself or, where a profile of this server has it, the name with the first free number from 2. */
export function freeName(name: string, profiles: readonly ProfileEntry[], serverId: string): string {
  const taken = new Set(profiles.filter((one) => one.serverId === serverId).map((one) => one.name));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
  return free;
}
