/** What can be wrong with a name. */
export const names = {
  missing: 'The name is missing.',
  tooLong: (length: number, most: number) => `This name has ${length} characters. The most is ${most}.`,
} as const;
