/** How the window looks, and how large. */
export const looks = {
  contrast: 'Contrast',
  contrastHint: 'High contrast makes text, lines and the mark of the focus stand out.',
  contrastOfSystem: 'As the system',
  contrastKeywords: 'accessibility readable bold colours',
  highContrast: 'High contrast',
  size: 'Size',
  sizeHint: 'Of everything in the window.',
  sizeKeywords: 'zoom scale larger smaller font percent',
  percent: (count: number) => `${count}\u00a0%`,
  zoomedTo: (count: number) => `Size ${count}\u00a0%`,
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
} as const;
