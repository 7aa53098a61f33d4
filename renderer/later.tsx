import { type ComponentType, lazy, Suspense, useState } from 'react';

const waiting: (() => Promise<unknown>)[] = [];

/** A component whose code no first picture waits for: it is loaded once somebody works with the window, or when it is wanted before. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  const fetch = async (): Promise<ComponentType<Props>> => {
    loaded ??= await load();
    return loaded;
  };
  // React keeps a failure for good: the next one who wants it asks anew.
  const awaited = () =>
    lazy(async () => {
      try {
        return { default: await fetch() };
      } catch (thrown) {
        Awaited = awaited();
        throw thrown;
      }
    });
  let Awaited = awaited();
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

/** Loads what is left as soon as the window has the keyboard or the pointer; one that only stands there holds no more than it shows. */
export function loadTheRestWhenUsed(): () => void {
  const stop = new AbortController();
  const begin = (): void => {
    stop.abort();
    loadTheRest();
  };
  if (document.hasFocus()) begin();
  else {
    for (const type of ['focus', 'pointermove', 'keydown'])
      addEventListener(type, begin, { signal: stop.signal, capture: true, passive: true });
  }
  return () => stop.abort();
}

/** A piece at a time, whenever the window has nothing else to do. */
function loadTheRest(): void {
  const [next] = waiting.splice(0, 1);
  if (next)
    requestIdleCallback(
      () =>
        void next()
          .catch(() => {})
          .finally(loadTheRest),
    );
}
