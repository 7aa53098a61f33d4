/** Tells on standard error how far a part is; standard output is for results. */
export interface Progress {
  step(done: number, all: number, more?: string): void;
  note(text: string): void;
}

/** Often enough to see that it goes on, seldom enough to be read where every line is kept. */
const everyMs = 5000;

export function createProgress(part: string): Progress {
  let toldAt = 0;
  return {
    step(done, all, more = '') {
      if (done < all && Date.now() - toldAt < everyMs) return;
      toldAt = Date.now();
      console.error(`${part}: ${done} of ${all}${more && `, ${more}`}`);
    },
    note: (text) => console.error(`${part}: ${text}`),
  };
}
