/** A language that Lanyard speaks. */
interface Spoken {
  /** Its tag, by which dates and numbers are written too. @see BCP 47 */
  readonly locale: string;
}

/** Norwegian without a word on which is nearly always Bokmål. @see BCP 47 §4.1 */
const broader: Readonly<Record<string, string>> = { no: 'nb' };

/** Of the languages there are the one that a user of the named one understands best; the first where none does. */
export function nearestLanguage<Language extends Spoken>(
  wanted: string,
  languages: readonly [Language, ...(readonly Language[])],
): Language {
  const { language, script } = written(wanted);
  const related = languages.filter(({ locale }) => written(locale).language === language);
  return (
    languages.find(({ locale }) => locale === wanted) ??
    related.find(({ locale }) => written(locale).script === script) ??
    related[0] ??
    languages[0]
  );
}

/** The language and the letters that are likely where a tag does not name them. */
function written(tag: string): { readonly language: string; readonly script: string | undefined } {
  const { language, script } = new Intl.Locale(tag).maximize();
  return { language: broader[language] ?? language, script };
}
