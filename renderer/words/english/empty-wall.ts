/** What the wall says when there is nobody on it. */
export const emptyWall = {
  nothingMatches: (query: string) => `Nothing matches “${query}”`,
  whatWasSearched: 'Names, identities, tags, servers, environments and addresses were searched.',
  clearSearch: 'Clear search',
  noServers: 'No servers yet',
  firstServer:
    'Add the API you work with most. Lanyard signs you in, keeps the token fresh and shows when it dies.',
  addServer: 'Add server',
  nobody: (server: string) => `Nobody is signed in to ${server}`,
  afterSignIn: 'Sign in, and the session stands here with the time it has left.',
  signIn: 'Sign in',
} as const;
