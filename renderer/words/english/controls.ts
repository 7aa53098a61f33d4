/** What the controls of the window say by themselves. */
export const controls = {
  close: 'Close',
  optional: 'optional',
  show: (secret: string) => `Show ${secret}`,
  hide: (secret: string) => `Hide ${secret}`,
  dismiss: 'Dismiss',
  messages: 'Notifications',
  revealThe: (token: string) => `Reveal the ${token}`,
  hideThe: (token: string) => `Hide the ${token}`,
  copiedThe: (token: string) => `Copied the ${token}`,
  copyThe: (token: string) => `Copy the ${token}`,
  reveal: 'Reveal',
  hidesIn: (time: string) => `Hide ${time}`,
} as const;
