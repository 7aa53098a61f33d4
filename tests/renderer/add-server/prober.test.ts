import { beforeEach, describe, expect, it } from 'vitest';
import type { ProbeResult } from '../../../electron/contract/probe-result.ts';
import { createProber, type Prober, type ProbeState } from '../../../renderer/add-server/prober.ts';

interface Call {
  readonly address: string;
  readonly answer: (result: ProbeResult) => void;
  readonly fail: () => void;
}

let calls: Call[];
let states: ProbeState[];
let resting: (() => void) | null;
let delayMs: number;
let prober: Prober;

function result(address: string): ProbeResult {
  return { address, answered: true, elapsedMs: 5, tls: 'valid', matches: [], requests: 1, sketch: null };
}

function input(address: string) {
  return { address, allowPlainHttp: false };
}

async function settle(): Promise<void> {
  await new Promise(setImmediate);
}

const phases = () => states.map(({ phase }) => phase);
const last = () => states.at(-1);

beforeEach(() => {
  calls = [];
  states = [];
  resting = null;
  delayMs = 0;
  prober = createProber({
    probe: ({ address }) =>
      new Promise((resolve, reject) => {
        calls.push({ address, answer: resolve, fail: () => reject(new Error('unreachable')) });
      }),
    asProblem: () => ({ code: 'unreachable' }),
    after(ms, then) {
      delayMs = ms;
      resting = then;
      return () => {
        if (resting === then) resting = null;
      };
    },
    onState: (state) => states.push(state),
  });
});

describe('a prober', () => {
  it('asks once typing has rested for half a second', () => {
    prober.look(input('https://a.example'), 'soon');
    prober.look(input('https://ab.example'), 'soon');
    expect(calls).toHaveLength(0);
    expect(delayMs).toBe(500);
    resting?.();
    expect(calls.map(({ address }) => address)).toEqual(['https://ab.example']);
    expect(last()).toEqual({ phase: 'asking', address: 'https://ab.example' });
  });

  it('asks at once when told to, and says whether it did', () => {
    expect(prober.look(input('https://a.example'), 'now')).toBe(true);
    expect(prober.look(input('https://a.example'), 'now')).toBe(false);
    expect(calls).toHaveLength(1);
  });

  it('does not ask again by itself what was answered, but does when asked to', async () => {
    prober.look(input('https://a.example'), 'now');
    calls[0]?.answer(result('https://a.example'));
    await settle();
    expect(prober.look(input('https://a.example'), 'soon')).toBe(false);
    prober.lookAgain(input('https://a.example'));
    expect(calls).toHaveLength(2);
  });

  it('asks anew when only the consent to plain http changes', () => {
    prober.look(input('http://a.example'), 'now');
    prober.look({ ...input('http://a.example'), allowPlainHttp: true }, 'now');
    expect(calls).toHaveLength(2);
  });

  it('drops an answer that comes after the address has changed', async () => {
    prober.look(input('https://a.example'), 'now');
    prober.look(input('https://b.example'), 'now');
    calls[1]?.answer(result('https://b.example'));
    await settle();
    calls[0]?.answer(result('https://a.example'));
    await settle();
    expect(last()).toEqual({
      phase: 'answered',
      address: 'https://b.example',
      result: result('https://b.example'),
    });
    expect(phases().filter((phase) => phase === 'answered')).toHaveLength(1);
  });

  it('drops an answer, and what still rests, once it has been told to forget', async () => {
    prober.look(input('https://a.example'), 'now');
    prober.forget();
    calls[0]?.answer(result('https://a.example'));
    await settle();
    expect(last()).toEqual({ phase: 'idle' });
    prober.look(input('https://b.example'), 'soon');
    prober.forget();
    expect(resting).toBeNull();
  });

  it('shows a failure as what it is', async () => {
    prober.look(input('https://a.example'), 'now');
    calls[0]?.fail();
    await settle();
    expect(last()).toEqual({
      phase: 'failed',
      address: 'https://a.example',
      problem: { code: 'unreachable' },
    });
  });
});
