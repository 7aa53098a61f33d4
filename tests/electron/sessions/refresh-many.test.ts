import { describe, expect, it } from 'vitest';
import { refreshManyAtOnce } from './refresh-many.ts';

describe('five hundred profiles that are all due at start', () => {
  it('are refreshed once each, four at a time, two per server, none before Retry-After, with room to breathe', {
    // Some seconds of one core's work, which busy neighbours stretch.
    timeout: 240_000,
  }, async () => {
    const { longestShare, ...counted } = await refreshManyAtOnce(500);
    expect(counted).toEqual({
      profilesAtOnce: 500,
      maxConcurrent: 4,
      maxPerServer: 2,
      duplicateRefreshes: 0,
      earlyRefreshes: 0,
      fresh: 500,
    });
    expect(longestShare).toBeLessThan(0.1);
  });
});
