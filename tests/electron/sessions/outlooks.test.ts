import { describe, expect, it, vi } from 'vitest';
import { kinds } from '../../../electron/servers/kinds.ts';
import { emptyIndex } from '../../../electron/sessions/index-record.ts';
import { createKindLookup } from '../../../electron/sessions/kind-lookup.ts';
import type { SavingTrouble } from '../../../electron/sessions/outlook.ts';
import { createOutlooks } from '../../../electron/sessions/outlooks.ts';
import { emptyRecord } from '../../../electron/sessions/profile-record.ts';
import { newSession, type Session } from '../../../electron/sessions/session.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { HOUR, MINUTE, newGrant, SECRETS } from './keeper-kit.ts';

const server = {
  id: 'server',
  kindId: 'django-oauth-toolkit',
  name: 'Server',
  address: 'https://api.example.com',
  settings: {},
  allowPlainHttp: false,
  acceptedLogins: [],
  facts: [],
};

function setUp(count: number) {
  const clock = createFakeClock();
  const start = clock.now();
  const sessions = Array.from({ length: count }, (_, number) => {
    const record = { ...emptyRecord(server, 'password'), grant: newGrant(clock, HOUR + number * MINUTE) };
    return newSession(`session-${number}`, record, 0);
  });
  const lookup = createKindLookup(() => kinds);
  const view = vi.fn(lookup.view);
  const state: { trouble: SavingTrouble | null } = { trouble: null };
  const index = { ...emptyIndex, servers: [server] };
  const ledger = {
    index: () => index,
    sessions: () => sessions.values(),
    holds: (session: Session) => sessions.includes(session),
    trouble: () => state.trouble,
  };
  const outlooks = createOutlooks({ ledger, kinds: { view }, clock });
  return { clock, start, sessions, state, view, outlooks };
}

describe('outlooks', () => {
  it('look again at the one session that changed, and at no other', () => {
    const { sessions, view, outlooks } = setUp(1000);
    outlooks.firstAt();
    const [first, second] = sessions;
    if (!first || !second) throw new Error('There are no sessions.');
    const untouched = outlooks.of(second);
    view.mockClear();
    outlooks.touch(first);
    outlooks.firstAt();
    expect(outlooks.of(second)).toBe(untouched);
    expect(view).toHaveBeenCalledTimes(1);
  });

  it('do not look ahead of a session that is being renewed until that is over', () => {
    const { start, sessions, view, outlooks } = setUp(2);
    outlooks.firstAt();
    const [first] = sessions;
    if (!first) throw new Error('There are no sessions.');
    view.mockClear();
    first.busy = { kind: 'renewal', done: Promise.resolve() };
    outlooks.touch(first);
    expect(outlooks.firstAt()).toBe(start + 0.8 * (HOUR + MINUTE));
    expect(view).not.toHaveBeenCalled();
    expect(outlooks.of(first)?.state).toBe('refreshing');
    first.busy = null;
    outlooks.touch(first);
    expect(outlooks.firstAt()).toBe(start + 0.8 * HOUR);
    expect(outlooks.of(first)?.state).toBe('fresh');
  });

  it('look ahead of a session that is being signed out, whose time goes on', () => {
    const { clock, sessions, outlooks } = setUp(1);
    const [first] = sessions;
    if (!first?.record.grant) throw new Error('There are no sessions.');
    first.busy = { kind: 'logout', done: Promise.resolve() };
    outlooks.touch(first);
    expect(outlooks.firstAt()).toBe(first.record.grant.access.expiresAt);
    expect(outlooks.firstAt()).toBeGreaterThan(clock.now());
  });

  it('name the earliest instant of all, and forget the one of a session that was given another', () => {
    const { clock, start, sessions, outlooks } = setUp(3);
    expect(outlooks.firstAt()).toBe(start + 0.8 * HOUR);
    const [first] = sessions;
    if (!first) throw new Error('There are no sessions.');
    first.record = { ...first.record, grant: newGrant(clock, 24 * HOUR) };
    outlooks.touch(first);
    expect(outlooks.firstAt()).toBe(start + 0.8 * (HOUR + MINUTE));
  });

  it('hand over what is due, and say where time alone made another state of it', async () => {
    const { clock, sessions, outlooks } = setUp(2);
    const [, second] = sessions;
    if (!second?.record.grant) throw new Error('There are no sessions.');
    second.record = { ...second.record, grant: { ...second.record.grant, refreshToken: null } };
    outlooks.touch();
    expect(outlooks.due()).toEqual([]);
    await clock.advance(2 * HOUR);
    const due = outlooks
      .due()
      .map(({ session, outlook, hasChanged }) => [session.id, outlook.state, hasChanged]);
    expect(due).toEqual([
      ['session-0', 'fresh', false],
      ['session-1', 'needs-sign-in', true],
    ]);
  });

  it('say that it changed where something else keeps a session from now on, though its state is the same', async () => {
    const { clock, start, sessions, outlooks } = setUp(1);
    const [session] = sessions;
    if (!session) throw new Error('There are no sessions.');
    const grant = newGrant(clock, null);
    const refreshLife = { ...grant.access, expiresAt: start + HOUR, source: 'expires_in' } as const;
    const fields = { username: 'alice', clientId: 'web', ...SECRETS };
    session.record = { ...session.record, fields, grant: { ...grant, refreshLife } };
    expect(outlooks.of(session)).toMatchObject({ state: 'fresh', keptBy: 'refresh-token' });
    await clock.advance(HOUR);
    expect(outlooks.due()).toMatchObject([
      { outlook: { state: 'fresh', keptBy: 'login-again' }, hasChanged: true },
    ]);
  });

  it('look again at a session that nothing is planned for, once the clock is set back', () => {
    const { clock, sessions, outlooks } = setUp(1);
    const [session] = sessions;
    if (!session?.record.grant) throw new Error('There are no sessions.');
    session.record = { ...session.record, grant: { ...session.record.grant, refreshToken: null } };
    clock.jump(2 * HOUR);
    expect(outlooks.of(session)?.state).toBe('needs-sign-in');
    expect(outlooks.firstAt()).toBeNull();
    clock.jump(-2 * HOUR);
    expect(outlooks.of(session)?.state).toBe('cannot-refresh');
  });

  it('hold none of before, once saving fails or works again', async () => {
    const { clock, sessions, state, outlooks } = setUp(1);
    const [session] = sessions;
    if (!session) throw new Error('There are no sessions.');
    await clock.advance(50 * MINUTE);
    expect(outlooks.of(session)?.state).toBe('fresh');
    state.trouble = { problem: { code: 'vault-cannot-save' }, nextTryAt: clock.now() + MINUTE };
    expect(outlooks.of(session)?.state).toBe('retrying');
    state.trouble = null;
    expect(outlooks.of(session)?.state).toBe('fresh');
  });

  it('know nothing of a session that is gone, so that nothing is due for it', () => {
    const { sessions, outlooks } = setUp(1);
    const [gone] = sessions.splice(0);
    if (!gone) throw new Error('There are no sessions.');
    outlooks.touch(gone);
    expect(outlooks.of(gone)).toBeUndefined();
    expect(outlooks.firstAt()).toBeNull();
  });
});
