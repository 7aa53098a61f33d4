import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { DAY, HOUR, loginInput, MINUTE, newGrant, problemCode, signIn, startKit } from './keeper-kit.ts';
import { everyTrigger, gatewaySays, lost, neverSent, pasted, refused } from './revoking-server.ts';

describe('a refresh whose answer is lost, on a server that may revoke the whole session', () => {
  it('is repeated once, and not before the access token is over', async () => {
    const kit = await pasted();
    const { profileId } = kit;
    const { expiresAt } = kit.session().access ?? {};
    kit.script.refresh = async () => {
      throw lost();
    };
    await kit.clock.advance(48 * MINUTE);
    expect(kit.session()).toMatchObject({
      state: 'retrying',
      keptBy: 'refresh-token',
      problem: { code: 'refresh-lost', nextTryAt: expiresAt },
      nextActionAt: expiresAt,
    });
    expect(await everyTrigger(kit, profileId)).toEqual(['refresh-lost']);
    await kit.clock.advance(12 * MINUTE - 1001);
    expect(kit.count('refresh')).toBe(1);
    await kit.clock.advance(1);
    expect(kit.count('refresh')).toBe(2);
    expect(kit.session()).toMatchObject({ state: 'needs-sign-in', problem: { code: 'refresh-lost' } });
    const everything = kit.store.records.get(profileId);
    expect(everything).toContain(kit.keeper.token(profileId, 'refresh'));
    expect(everything).toContain('"clientId":"desktop"');
    expect(await everyTrigger(kit, profileId)).toEqual(['nothing-to-refresh-with']);
    await kit.clock.advance(2 * DAY);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    await kit.clock.advance(DAY);
    expect([kit.count('refresh'), again.count('refresh')]).toEqual([2, 0]);
    expect(again.session()).toMatchObject({ state: 'needs-sign-in', problem: { code: 'refresh-lost' } });
  });

  it('leaves a healthy session where the server had not carried it out', async () => {
    const kit = await pasted();
    kit.script.refresh = async () => {
      throw lost();
    };
    await kit.clock.advance(48 * MINUTE);
    kit.script.refresh = async () => newGrant(kit.clock, HOUR);
    await kit.clock.advance(12 * MINUTE);
    expect(kit.session()).toMatchObject({ state: 'fresh', problem: null });
    await kit.clock.advance(DAY);
    expect(kit.session().state).toBe('fresh');
    expect(kit.count('refresh')).toBeGreaterThan(25);
  });

  it('says that the answer was lost when the repetition is refused', async () => {
    const kit = await pasted();
    kit.script.refresh = async () => {
      throw kit.count('refresh') === 1 ? lost() : refused();
    };
    await kit.clock.advance(2 * HOUR);
    expect(kit.count('refresh')).toBe(2);
    expect(kit.session()).toMatchObject({
      state: 'needs-sign-in',
      problem: { code: 'refresh-lost', status: 400 },
    });
  });

  it('is repeated for as long as the repetition never reaches the server, or is answered that nothing was done', async () => {
    const kit = await pasted();
    kit.script.refresh = async () => {
      throw lost();
    };
    await kit.clock.advance(48 * MINUTE);
    kit.script.refresh = async () => {
      throw kit.count('refresh') % 2 === 0 ? neverSent() : new Failure('server-failed', { status: 503 });
    };
    await kit.clock.advance(6 * HOUR);
    expect(kit.session()).toMatchObject({ state: 'retrying', keptBy: 'refresh-token' });
    expect(kit.count('refresh')).toBeGreaterThan(50);
    kit.script.refresh = async () => {
      throw lost();
    };
    const before = kit.count('refresh');
    await kit.clock.advance(6 * HOUR);
    expect(kit.count('refresh')).toBe(before + 1);
    expect(kit.session().state).toBe('needs-sign-in');
  });

  it('may be what a gateway says that had no answer: the token waits, and is refused at last in words that tell why', async () => {
    const kit = await pasted();
    kit.script.refresh = async () => {
      throw gatewaySays(502);
    };
    await kit.clock.advance(48 * MINUTE);
    const { expiresAt } = kit.session().access ?? {};
    expect(kit.session()).toMatchObject({
      state: 'retrying',
      problem: { code: 'refresh-lost', nextTryAt: expiresAt },
    });
    expect(await everyTrigger(kit, kit.profileId)).toEqual(['refresh-lost']);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    again.script.refresh = async () => {
      throw again.count('refresh') < 4 ? gatewaySays(504) : refused();
    };
    await kit.clock.advance(12 * MINUTE - 1001);
    expect([kit.count('refresh'), again.count('refresh')]).toEqual([1, 0]);
    kit.keeper.close();
    await kit.clock.advance(DAY);
    expect(again.count('refresh')).toBe(4);
    expect(again.session()).toMatchObject({
      state: 'needs-sign-in',
      problem: { code: 'refresh-lost', status: 400 },
    });
  });

  it('is no more than repeated once where the repetition gets no answer at all, whatever a gateway said before', async () => {
    const kit = await pasted();
    kit.script.refresh = async () => {
      throw kit.count('refresh') < 4 ? gatewaySays(502) : lost();
    };
    await kit.clock.advance(DAY);
    expect(kit.count('refresh')).toBe(4);
    expect(kit.session()).toMatchObject({ state: 'needs-sign-in', problem: { code: 'refresh-lost' } });
  });

  it.each(['reply-malformed', 'reply-without-token', 'reply-not-json'] as const)(
    'is a yes that cannot be read too: %s',
    async (code) => {
      const kit = await pasted();
      kit.script.refresh = async () => {
        throw new Failure(code, { status: 200, done: 'maybe' });
      };
      await kit.clock.advance(DAY);
      expect(kit.count('refresh')).toBe(2);
      expect(kit.session()).toMatchObject({ state: 'needs-sign-in', problem: { code: 'refresh-lost' } });
    },
  );

  it('waits for the user where nobody knows when the access token ends', async () => {
    const kit = await pasted();
    const { profileId } = kit;
    kit.script.refresh = async () => newGrant(kit.clock, null);
    await kit.keeper.refresh(profileId);
    kit.script.refresh = async () => {
      throw lost();
    };
    await problemCode(kit.keeper.refresh(profileId));
    expect(kit.session()).toMatchObject({ state: 'cannot-refresh', problem: { code: 'refresh-lost' } });
    expect(await everyTrigger(kit, profileId)).toEqual(['refresh-lost']);
    await kit.clock.advance(DAY);
    expect(kit.count('refresh')).toBe(2);
  });

  it('makes way for a sign-in', async () => {
    const kit = await pasted();
    const { profileId } = kit;
    kit.script.refresh = async () => {
      throw lost();
    };
    await kit.clock.advance(48 * MINUTE);
    const { serverId } = kit.session();
    const fields = { clientId: 'desktop', refreshToken: 'canary-new' };
    await kit.keeper.login({ ...loginInput('oauth2', serverId), loginId: 'paste', fields, profileId });
    expect(kit.session()).toMatchObject({ state: 'fresh', problem: null });
    kit.script.refresh = async () => newGrant(kit.clock, HOUR);
    await kit.clock.advance(48 * MINUTE);
    expect(kit.count('refresh')).toBe(2);
  });

  it('is answered by the remembered login where there is one, and no replaced token is sent', async () => {
    const kit = await startKit();
    await signIn(kit, 'oauth2');
    kit.script.refresh = async () => {
      throw lost();
    };
    await kit.clock.advance(DAY);
    expect(kit.session()).toMatchObject({ state: 'fresh' });
    const used = kit.calls.flatMap(({ purpose, grant }) =>
      purpose === 'refresh' ? [grant?.refreshToken] : [],
    );
    expect(used.length).toBeGreaterThan(10);
    expect(new Set(used).size).toBe(used.length);
  });

  it('does not forget it when that login is refused', async () => {
    const kit = await startKit();
    await signIn(kit, 'oauth2');
    kit.script.refresh = async () => {
      throw lost();
    };
    kit.script.login = async () => {
      throw new Failure('credentials-refused', { status: 401 });
    };
    await kit.clock.advance(59 * MINUTE);
    expect([kit.count('refresh'), kit.count('login')]).toEqual([1, 2]);
    await kit.clock.advance(DAY);
    expect([kit.count('refresh'), kit.count('login')]).toEqual([2, 2]);
  });
});
