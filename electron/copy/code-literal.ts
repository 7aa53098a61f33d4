export type CodeLanguage = 'javascript' | 'python' | 'go';

/** What is not seen, or turns the direction of what is, would make a program read otherwise than it runs. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]|[^\P{Zs} ]/gu;

/** A text as a literal in double quotes, in which JavaScript, Python and Go mean the same but for what lies beyond the first plane. */
export function codeLiteral(text: string, language: CodeLanguage): string {
  const inner = text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(unseen, (char) => escaped(char.codePointAt(0) ?? 0, language));
  return `"${inner}"`;
}

function escaped(code: number, language: CodeLanguage): string {
  const hex = code.toString(16);
  if (code <= 0xffff) return `\\u${hex.padStart(4, '0')}`;
  return language === 'javascript' ? `\\u{${hex}}` : `\\U${hex.padStart(8, '0')}`;
}
