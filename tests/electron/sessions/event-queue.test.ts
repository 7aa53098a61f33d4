import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventQueue } from '../../../electron/sessions/event-queue.ts';

describe('createEventQueue', () => {
  it('gives back what it was given in the order of the instants, and of one instant in the order it came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (instants) => {
        const queue = createEventQueue<number>();
        for (const [order, at] of instants.entries()) queue.add(at, order);
        const taken = instants.map(() => queue.take());
        const sorted = instants.map((at, item) => ({ at, item })).sort((a, b) => a.at - b.at);
        expect(taken.map((one) => ({ at: one?.at, item: one?.item }))).toEqual(sorted);
        expect(queue.take()).toBeUndefined();
      }),
    );
  });
});
