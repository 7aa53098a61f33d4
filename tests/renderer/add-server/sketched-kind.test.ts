import { describe, expect, it } from 'vitest';
import type { ServerSketch } from '../../../electron/contract/explanation.ts';
import { blankKind } from '../../../electron/contract/own-kind.ts';
import type { ProbeResult } from '../../../electron/contract/probe-result.ts';
import { kindViewSchema } from '../../../electron/contract/server.ts';
import { draftKindId, draftKindView, proposedKindId } from '../../../renderer/add-server/sketched-kind.ts';

const sketch: ServerSketch = {
  kindId: 'zebbra',
  ownKind: blankKind,
  name: 'Own',
  address: 'https://own.test',
  settings: {},
  loginId: 'password',
  fields: {},
  findings: [],
};

function found(kindId: string | null, certain: boolean, answered = true): ProbeResult {
  const match = {
    kindId: kindId ?? '',
    certain,
    suggestedName: '',
    settings: {},
    acceptedLogins: [],
    facts: [],
  };
  const matches = kindId === null ? [] : [{ ...match, evidence: [] }];
  return { address: '', answered, elapsedMs: 1, tls: 'valid', matches, sketch: null, requests: 1 };
}

describe('proposedKindId', () => {
  it.each([
    ['what the server says of itself before anything else', found('openid', true), 'openid'],
    ['what the text is like, as long as nobody knows better', null, 'zebbra'],
    ['what the text is like where nothing answers', found(null, false, false), 'zebbra'],
    ['what both speak for', found('zebbra', false), 'zebbra'],
    ['the described kind once the server shows no sign of the likeness', found(null, false), draftKindId],
  ])('is %s', (_says, result, kindId) => {
    expect(proposedKindId(result, sketch)).toBe(kindId);
  });

  it('is what the server looks like where nothing describes it', () => {
    expect(proposedKindId(found('oauth2', false), null)).toBe('oauth2');
    expect(proposedKindId(found(null, false), { ...sketch, ownKind: null })).toBe('zebbra');
  });
});

it('shows a described kind by the same form as any other', () => {
  const view = draftKindView({ ...blankKind, label: 'Own', summary: 'POST /login' });
  expect(kindViewSchema.strict().parse(view)).toEqual(view);
  expect(view).toMatchObject({ id: draftKindId, group: 'own', can: { refresh: false, end: 'unsupported' } });
});
