import { words } from '../words/words.ts';

/** A section of the settings as it can be gone to: its heading, and by which words it is found. */
export interface SectionPlace {
  readonly heading: string;
  readonly keywords: string;
  /** What can be set in it. */
  readonly settings: readonly string[];
}

const { settings, looks, background, picker, settingsVault } = words;

/** Every section of the settings, in the order of the screen. */
export const sectionPlaces: readonly SectionPlace[] = [
  { ...settings.window, settings: [settings.theme.label, looks.contrast, looks.size] },
  { ...settings.tokens, settings: [settings.clipboard.label, settings.reveal.label] },
  {
    heading: background.heading,
    keywords: background.keywords,
    settings: [background.closeToTray, background.notify, background.warn, background.quiet],
  },
  { heading: picker.section, keywords: picker.keywords, settings: [picker.setting] },
  { heading: settingsVault.heading, keywords: settingsVault.keywords, settings: [] },
  {
    ...settings.locking,
    settings: [settings.lockWhenIdle.label, settings.lockWithScreen.label, settings.lockBeforeSleep.label],
  },
  { ...settings.kinds, settings: [] },
  { ...settings.transfer, settings: ['import', 'export'] },
  { ...settings.about, settings: [] },
];
