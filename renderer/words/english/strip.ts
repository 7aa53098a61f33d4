/** The line of the next hours above the list of sessions. */
export const strip = {
  heading: { 1: 'Next 60 minutes', 6: 'Next 6 hours', 24: 'Next 24 hours' },
  span: 'Time shown',
  spans: { 1: '1 h', 6: '6 h', 24: '24 h' },
  spanNames: { 1: '1 hour', 6: '6 hours', 24: '24 hours' },
  plannedRefresh: 'planned refresh',
  tokenDies: 'token dies',
  now: 'now',
  later: (count: number) => `${count} later`,
  /** What a mark is called, as times that stand still. */
  diesAt: (name: string, time: string, refreshAt: string | null) =>
    `${name} dies at ${time}, ${refreshAt === null ? 'no refresh planned' : `refresh at ${refreshAt}`}`,
  /** What stands for so many says the first of them. */
  andMore: (said: string, count: number) => `${said}; and ${count} more`,
  card: {
    refreshes: 'Refreshes',
    signsIn: 'Signs in again',
    nextTry: 'Next try',
    nothing: 'No refresh planned',
    dies: 'Token dies',
    today: (time: string, left: string) => `at ${time} (in ${left})`,
    otherDay: (dayAndTime: string, left: string) => `${dayAndTime} (in ${left})`,
    now: 'now',
    over: (time: string) => `at ${time}`,
    many: (count: number, from: string, to: string) =>
      from === to ? `${count} tokens die at ${from}` : `${count} tokens die between ${from} and ${to}`,
    inShort: (dies: string, refresh: string | null) =>
      refresh === null ? `dies ${dies}, no refresh` : `refreshes ${refresh}, dies ${dies}`,
  },
} as const;
