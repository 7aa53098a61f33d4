/** What the settings say about Lanyard while its window is closed or out of sight. */
export const background = {
  heading: 'In the background',
  keywords: 'tray',
  closeToTray: 'Keep going in the tray when the window is closed',
  closeToTrayHint: 'Sessions are kept alive. Quit from the icon in the tray, or with the keyboard.',
  closeToTrayKeywords: 'quit exit minimise minimize hide icon menu bar',
  noTray:
    'This desktop shows no tray that Lanyard could be found in again, so closing the window quits. On GNOME an extension for AppIndicators brings one.',
  notify: 'Announce what needs you',
  notifyHint:
    'A notification of the system before a session ends that cannot be refreshed, and when one had to be given up. Once each, and not while you look at this window.',
  notifyKeywords: 'notify alert popup banner message',
  warn: 'Warn before a session ends that cannot be refreshed',
  warnKeywords: 'notify notification alert reminder expiry expires expiring',
  quiet: 'Do not disturb',
  quietHint: 'What was missed meanwhile is summed up when it is over.',
  quietKeywords: 'quiet mute silence pause snooze focus notifications',
  quietChoices: {
    off: 'Off',
    hour: 'For 1 hour',
    tomorrow: 'Until tomorrow at 8:00',
    until: (moment: string) => `Until ${moment}`,
  },
} as const;
