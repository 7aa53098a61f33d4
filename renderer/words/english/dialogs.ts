/** Short dialogs: to rename, to set, to close with something typed. */
export const dialogs = {
  loseTyped: 'Close and lose what you typed?',
  keepTyping: 'Keep typing',
  discard: 'Discard',
  cancel: 'Cancel',
  settingsOf: (profile: string) => `Settings of ${profile}`,
  save: 'Save',
  lifetime: 'Lifetime of a token in minutes',
  lifetimeHint: 'Used only where the server names no lifetime. Leave it empty if you do not know it.',
  forgetPassword: 'Forget the password',
  forgetPasswordHint:
    'The session goes on until it can no longer be refreshed. Then only you can sign in again.',
  wholeMinutes: 'Write a whole number of minutes, from 1 to ten years.',
  renameWho: (profile: string) => `Rename ${profile}`,
  rename: 'Rename',
  name: 'Name',
  nameHint: 'Only Lanyard uses it.',
} as const;
