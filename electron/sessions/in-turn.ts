/** Runs tasks of one key one after the other, in the order they came; tasks of different keys do not wait for each other. */
export type InTurn = <Result>(key: string, task: () => Promise<Result>) => Promise<Result>;

export function createInTurn(): InTurn {
  const tails = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = tails.get(key) ?? Promise.resolve();
    const run = before.then(task, task);
    const tail = run.then(ignore, ignore).then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    tails.set(key, tail);
    return run;
  };
}

function ignore(): void {}
