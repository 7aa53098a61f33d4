/** What the settings say about Lanyard while its window is closed or out of sight. */
export const background = {
  heading: 'In the background',
  closeToTray: 'Keep going in the tray when the window is closed',
  closeToTrayHint: 'Sessions are kept alive. Quit from the icon in the tray, or with the keyboard.',
  noTray:
    'This desktop shows no tray that Lanyard could be found in again, so closing the window quits. On GNOME an extension for AppIndicators brings one.',
  notify: 'Announce what needs you',
  notifyHint:
    'A notification of the system before a session ends that cannot be refreshed, and when one had to be given up. Once each, and not while you look at this window.',
  warn: 'Warn before a session ends that cannot be refreshed',
  quiet: 'Do not disturb',
  quietHint: 'What was missed meanwhile is summed up when it is over.',
  quietChoices: {
    off: 'Off',
    hour: 'For 1 hour',
    tomorrow: 'Until tomorrow at 8:00',
    until: (moment: string) => `Until ${moment}`,
  },
} as const;
