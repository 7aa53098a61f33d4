import { Failure } from '../failure.ts';

/**
 * Writes a command of another program for PowerShell. Between single quotes nothing is special but the quote itself, and PowerShell
 * takes the typographic ones for the same: each is doubled.
 *
 * What then reaches the program differs. Windows PowerShell 5 and PowerShell 7 up to 7.2 put quotes around a word with spaces and leave
 * those inside of it as they are, so that they have to be escaped here; since 7.3 it escapes them itself. `Legacy` makes the newer ones
 * do as the older, and is a variable like any other to those; it is set inside of a block of its own, and only where a quote needs it.
 *
 * Throws `not-writable` for a word with a space and a backslash at its end, which the older ones turn into an escaped quote.
 *
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables#psnativecommandargumentpassing
 */
export function powershellCommand(program: string, words: readonly string[]): string {
  if (words.some((word) => word.includes('\0'))) throw new Failure('not-writable', { detail: 'line-break' });
  if (words.some((word) => /\s/.test(word) && word.endsWith('\\'))) {
    throw new Failure('not-writable', { detail: 'backslash' });
  }
  const needsLegacy = words.some((word) => word.includes('"'));
  const line = [program, ...words.map((word) => quoted(needsLegacy ? forRuntime(word) : word))].join(' ');
  return needsLegacy ? `& { $PSNativeCommandArgumentPassing = 'Legacy'; ${line} }` : line;
}

function quoted(word: string): string {
  return /^[A-Za-z0-9:/._-]+$/.test(word) && !word.startsWith('-')
    ? word
    : /^-{1,2}[a-zA-Z]+(-[a-z]+)*$/.test(word)
      ? word
      : `'${word.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/** Backslashes count double before a quote, and are themselves elsewhere. @see Microsoft C runtime, "Parsing C command-line arguments" */
function forRuntime(word: string): string {
  return word.replace(/(\\*)"/g, '$1$1\\"');
}
