/** How the rows of a list are spoken of. */
export interface RowWords {
  /** The button that adds one: `Add a header`. */
  readonly add: string;
  /** One of them, by its name or its number, in the middle of a sentence: `header 2`. */
  readonly one: (which: string | number) => string;
}
