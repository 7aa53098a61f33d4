/** What is said aloud of time that runs out. */
export const announcements = {
  session: (name: string, server: string) => `${name} at ${server}`,
  unknownServer: 'unknown server',
  /** More sessions than are named in one sentence. */
  many: (count: number) => `${count} sessions`,
  endsSoon: (who: string, count: number, minutes: number) => {
    const verb = count === 1 ? 'ends' : 'end';
    return `${who} ${verb} within ${minutes === 1 ? '1 minute' : `${minutes} minutes`} and cannot be refreshed.`;
  },
} as const;
