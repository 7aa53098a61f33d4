/** Newer versions of Lanyard, in the settings. */
export const updates = {
  heading: 'Updates',
  keywords: 'upgrade release newer version download automatic',
  look: 'Look for a newer Lanyard once a day',
  hint: 'Asks github.com, which sees this computer’s address and nothing else of you. What is fetched must carry the maintainers’ signature. While this is off, nobody is asked.',
  cannot: {
    source: 'This Lanyard runs from its source: fetch the newer source to update it.',
    'no-key': 'This Lanyard was built without a page to look for updates on.',
    package: 'Your system’s package manager put Lanyard here. Install the newer package to update it.',
    portable: 'A portable Lanyard cannot replace itself. Download the newer one in its place.',
    archive: 'This Lanyard was unpacked from an archive. Unpack the newer one in its place.',
  },
  now: 'Look now',
  looking: 'Looking for a newer Lanyard…',
  newest: (moment: string) => `This is the newest, as of ${moment}.`,
  fetching: (version: string) => `Fetching Lanyard ${version}…`,
  ready: (version: string) => `Lanyard ${version} is here. It takes this one’s place when you quit.`,
  quit: 'Quit now',
  failed: {
    unreachable: (moment: string) => `Nobody could be asked for a newer Lanyard at ${moment}.`,
    'not-signed': (moment: string) =>
      `What was found at ${moment} does not carry the maintainers’ signature. It was not fetched.`,
    broken: (moment: string) => `What was fetched at ${moment} is not what was signed. It was thrown away.`,
  },
} as const;
