import { type ComponentType, lazy, Suspense, useState } from 'react';

const waiting: (() => Promise<unknown>)[] = [];

/** A component whose code no first picture waits for: it is loaded right after that, or when it is wanted before. */
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

/** Loads what is left, a piece at a time, whenever the window has nothing else to do. */
export function loadTheRest(): void {
  const [next] = waiting.splice(0, 1);
  if (next) requestIdleCallback(() => void next().finally(loadTheRest));
}
