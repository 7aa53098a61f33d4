import { Failure } from '../../failure.ts';
import type { Clock } from '../../ports.ts';

/** Works until an instant; then the work is told to stop, and what it throws becomes `ran-out`. */
export async function untilInstant<T>(
  clock: Clock,
  endsAt: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const onAbort = (): void => stop.abort();
  let isOver = false;
  const cancelTimer = clock.after(Math.max(0, endsAt - clock.now()), () => {
    isOver = true;
    stop.abort();
  });
  if (signal?.aborted) stop.abort();
  else signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await work(stop.signal);
  } catch (thrown) {
    if (isOver && thrown instanceof Failure && thrown.code === 'cancelled') throw new Failure('ran-out');
    throw thrown;
  } finally {
    cancelTimer();
    signal?.removeEventListener('abort', onAbort);
  }
}
