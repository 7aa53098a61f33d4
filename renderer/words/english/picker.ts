/** The picker over other programs, and the setting of its keys. */
export const picker = {
  title: 'Pick a session to copy its header',
  placeholder: 'Copy the header of',
  copyHeader: 'Copy header',
  signIn: 'Sign in in Lanyard',
  openInLanyard: 'Open in Lanyard',
  locked: 'Lanyard is locked',
  lockedText: 'Unlock it in its window, then call the picker again.',
  notOpen: 'Lanyard has no open vault yet',
  notOpenText: 'Choose in its window where sessions are kept.',
  openLanyard: 'Open Lanyard',
  noSessions: 'No sessions yet',
  noSessionsText: 'Sign in to a server in Lanyard, and its session can be picked here.',
  nothingCopied: 'Nothing was copied',
  ending: (name: string, left: string) =>
    `The token of ${name} dies in ${left}. Refresh it in Lanyard first.`,
  section: 'Picker',
  keywords: 'shortcut hotkey accelerator keyboard global',
  setting: 'Keys that open the picker over any program',
  hint: 'Two letters of a session and Enter put its header on the clipboard. Lanyard has to be running.',
  hintWayland:
    'On Wayland many desktops keep such keys to themselves: they may work only while an X11 program has the focus.',
  none: 'Not set',
  record: 'Press the keys, or Escape to leave it as it is',
  remove: 'Remove',
  needsModifier:
    'Hold Ctrl, Alt or the system key with it, or take a function key: a plain key would be lost to every program.',
  taken: (keys: string) =>
    `The system or another program has ${keys} already. Nothing was changed; press other keys.`,
  unheard: (keys: string) => `${keys} could not be taken when Lanyard started: another program has it now.`,
} as const;
