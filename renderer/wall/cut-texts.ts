/** What does not fit into a row, in full, a line each; nothing where all of it does. */
export function cutTexts(row: HTMLElement | null): string {
  return [...(row?.querySelectorAll<HTMLElement>('[data-may-be-cut]') ?? [])]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ innerText }) => innerText.replace(/\s+/g, ' '))
    .join('\n');
}
