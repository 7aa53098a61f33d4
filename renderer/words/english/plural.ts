import { pluralIn } from '../../../electron/contract/plural-in.ts';

/** The form of a word that belongs to a count: `plural(2, { one: 'record', other: 'records' })`. */
export const plural = pluralIn('en-GB');
