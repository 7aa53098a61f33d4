/** A language that Lanyard speaks. */
interface Spoken {
  /** Its tag, by which dates and numbers are written too. @see BCP 47 */
  readonly locale: string;
}

/** Of the languages there are the one that a user of the named one understands best; the first where none does. */
export function nearestLanguage<Language extends Spoken>(
  wanted: string,
  languages: readonly [Language, ...(readonly Language[])],
): Language {
  const [language] = wanted.split('-');
  return (
    languages.find(({ locale }) => locale === wanted) ??
    languages.find(({ locale }) => locale.split('-')[0] === language) ??
    languages[0]
  );
}
