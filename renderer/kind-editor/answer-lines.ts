/** One line of a body as it is shown, and what stands there. */
export interface AnswerLine {
  readonly indent: number;
  /** The name with which the line begins, if it has one. */
  readonly name: string | null;
  readonly text: string;
  /** Where a value stands that a description can point to; null for brackets. */
  readonly path: string | null;
}

/** More lines than one reads; the rest is said to be left out. */
export const maxAnswerLines = 400;

/** Lays out a body line by line; null where it is no JSON object or list. A name with a dot in it cannot be pointed to. */
export function answerLines(body: string): readonly AnswerLine[] | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null) return null;
  return linesOf(json, { indent: 0, name: null, path: '', end: '' });
}

interface Where {
  readonly indent: number;
  readonly name: string | null;
  /** Null below a name that no path can hold. */
  readonly path: string | null;
  readonly end: string;
}

function linesOf(value: unknown, { indent, name, path, end }: Where): readonly AnswerLine[] {
  if (typeof value !== 'object' || value === null) {
    return [{ indent, name, text: `${JSON.stringify(value)}${end}`, path: path === '' ? null : path }];
  }
  const isList = Array.isArray(value);
  const members = Object.entries(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return [{ indent, name, text: `${open}${close}${end}`, path: null }];
  return [
    { indent, name, text: open, path: null },
    ...members.flatMap(([inner, member], index) =>
      linesOf(member, {
        indent: indent + 1,
        name: isList ? null : inner,
        path: pathTo(path, inner),
        end: index === members.length - 1 ? '' : ',',
      }),
    ),
    { indent, name: null, text: `${close}${end}`, path: null },
  ];
}

function pathTo(path: string | null, name: string): string | null {
  if (path === null || name === '' || name === '*' || name.includes('.')) return null;
  return path === '' ? name : `${path}.${name}`;
}
