/** Days, and what stands beside numbers. */
export const units = {
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  /** Stands where no `Date` can hold an instant: a server may name any number, and a word on screen is no place to fail. */
  noTime: 'no known time',
  noDay: 'no known day',
  more: (count: number) => `${count} more`,
} as const;
