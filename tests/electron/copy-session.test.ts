import { describe, expect, it } from 'vitest';
import type { CopyFormat } from '../../electron/contract/copy-formats.ts';
import { startMain } from './locking/main-under-test.ts';

/** Main with one session, at an instant with that much of its token's life left. */
async function withLeft(leftMs: number) {
  const main = await startMain();
  const session = main.keeper.state().sessions.find(({ profileId }) => profileId === main.profileId);
  const expiresAt = session?.access?.expiresAt ?? 0;
  main.script.refresh = () => new Promise(() => {});
  await main.clock.advance(expiresAt - leftMs - main.clock.now());
  main.clip.text = '';
  const copy = (format: CopyFormat, evenIfEnding?: boolean) =>
    main.handlers['session.copy']({
      profileId: main.profileId,
      format,
      ...(evenIfEnding && { evenIfEnding }),
    });
  return { main, copy, expiresAt };
}

describe('copying a token that is all but over', () => {
  it('copies nothing below thirty seconds, and says when it ends', async () => {
    const { main, copy, expiresAt } = await withLeft(29_999);
    expect(await copy('curl')).toEqual({ endsAt: expiresAt });
    expect(main.clip.text).toBe('');
  });

  it('copies at once with thirty seconds left', async () => {
    const { main, copy } = await withLeft(30_000);
    expect(await copy('header')).toBeNull();
    expect(main.clip.text).toMatch(/^Authorization: Bearer /);
  });

  it('copies it all the same when told to', async () => {
    const { main, copy } = await withLeft(5_000);
    expect(await copy('header', true)).toBeNull();
    expect(main.clip.text).toMatch(/^Authorization: Bearer /);
  });

  it('asks nothing about what does not rest on the access token', async () => {
    const { main, copy } = await withLeft(5_000);
    expect(await copy('refresh-token')).toBeNull();
    expect(await copy('curl-env')).toBeNull();
    expect(main.clip.text).toContain('$TOKEN');
  });
});
