/** Runs tasks one after the other, in the order they came; one that fails holds up none. */
export function createTurns(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let turn: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = turn.then(task);
    turn = result.catch(() => {});
    return result;
  };
}
