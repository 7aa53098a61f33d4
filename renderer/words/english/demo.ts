/** The demo servers, which run inside of Lanyard. */
export const demo = {
  tag: 'demo',
  start: 'Try it with demo servers',
  offer: 'No server at hand? Four small ones can run inside of Lanyard, on this computer alone.',
  starting: 'Starting the demo…',
  remove: 'Remove the demo',
  removed: 'The demo is removed.',
  removedMore: 'Its servers are ended, and nothing of it is kept.',
  notice: 'A demo user is filled in.',
  noticeMore: 'This server runs inside of Lanyard, on this computer alone, and ends with it.',
} as const;
