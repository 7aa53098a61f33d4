import { type ComponentType, lazy, Suspense, useState } from 'react';

const waiting: (() => Promise<unknown>)[] = [];

/** A component whose code no first picture waits for: it is loaded once somebody works with the window, or when it is wanted before. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  const fetch = async (): Promise<ComponentType<Props>> => {
    loaded ??= await load();
    return loaded;
  };
  const Awaited = lazy(async () => ({ default: await fetch() }));
  waiting.push(fetch);

  return function Later(props: Props) {
    // What was drawn while it was still awaited stays what it is, or it would lose what it holds.
    const [Drawn] = useState(() => loaded ?? Awaited);
    return (
      <Suspense>
        <Drawn {...props} />
      </Suspense>
    );
  };
}

const modifiers = new Set(['Alt', 'Control', 'Meta', 'Shift']);

/** Loads what is left as soon as a hand is at the window; a window that only stands there holds no more than it shows. */
export function loadTheRestWhenUsed(): () => void {
  const stop = new AbortController();
  const begin = (event: Event): void => {
    if (event instanceof KeyboardEvent && modifiers.has(event.key)) return;
    stop.abort();
    loadTheRest();
  };
  for (const type of ['pointermove', 'pointerdown', 'keydown'])
    addEventListener(type, begin, { signal: stop.signal, capture: true, passive: true });
  return () => stop.abort();
}

/** A piece at a time, whenever the window has nothing else to do. */
function loadTheRest(): void {
  const [next] = waiting.splice(0, 1);
  if (next) requestIdleCallback(() => void next().finally(loadTheRest));
}
