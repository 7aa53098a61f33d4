import { nearestLanguage } from '../../electron/contract/nearest-language.ts';
import { languages } from './languages.ts';

/** The language that is shown: the one of the system, or the nearest there is. */
export const spoken = nearestLanguage(new Intl.DateTimeFormat().resolvedOptions().locale, languages);
