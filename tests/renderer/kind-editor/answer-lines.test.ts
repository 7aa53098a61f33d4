import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt, valueAt } from '../../../electron/servers/json-path.ts';
import { answerLines } from '../../../renderer/kind-editor/answer-lines.ts';

describe('answerLines', () => {
  it('lays a body out as it is read, each value with its place', () => {
    const lines = answerLines('{"data":{"token":"abc","list":[1,{}]}}') ?? [];
    expect(lines.map(({ indent, name, text, path }) => [indent, name, text, path])).toEqual([
      [0, null, '{', null],
      [1, 'data', '{', null],
      [2, 'token', '"abc",', 'data.token'],
      [2, 'list', '[', null],
      [3, null, '1,', 'data.list.0'],
      [3, null, '{}', null],
      [2, null, ']', null],
      [1, null, '}', null],
      [0, null, '}', null],
    ]);
  });

  it('only ever names a place at which the engine finds that very value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const { path, text } of answerLines(JSON.stringify(value)) ?? []) {
          if (path === null) continue;
          expect(JSON.stringify(valueAt(value, path))).toBe(text.replace(/,$/, ''));
        }
      }),
    );
  });

  it('points to nothing under a name that a path cannot hold', () => {
    const lines = answerLines('{"a.b":"x","c":{"":{"d":"y"}}}') ?? [];
    expect(lines.filter(({ path }) => path !== null)).toEqual([]);
    expect(textAt({ 'a.b': 'x' }, 'a.b')).toBeUndefined();
  });

  it.each(['', 'Not found', '"text"', '{"cut": '])('takes %j for no JSON to lay out', (body) => {
    expect(answerLines(body)).toBeNull();
  });
});
