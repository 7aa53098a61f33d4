/** The part with a text in it, or without one where it is empty: what is empty is not there. */
export function withText<Part extends object>(part: Part, name: keyof Part & string, text: string): Part {
  if (text !== '') return { ...part, [name]: text };
  return without(part, name);
}

export function without<Part extends object>(part: Part, name: keyof Part & string): Part {
  return Object.fromEntries(Object.entries(part).filter(([key]) => key !== name)) as Part;
}
