/** What waits for its instant, earliest first; of those with one instant, the one that came first. A heap, since many thousands wait. */
export interface EventQueue<Item> {
  add(at: number, item: Item): void;
  first(): { readonly at: number; readonly item: Item } | undefined;
  /** Takes the first one out. */
  take(): { readonly at: number; readonly item: Item } | undefined;
}

interface Entry<Item> {
  readonly at: number;
  readonly order: number;
  readonly item: Item;
}

export function createEventQueue<Item>(): EventQueue<Item> {
  const heap: Entry<Item>[] = [];
  let added = 0;

  const isBefore = (one: Entry<Item> | undefined, other: Entry<Item> | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    (one.at < other.at || (one.at === other.at && one.order < other.order));

  function swap(one: number, other: number): void {
    const [first, second] = [heap[one], heap[other]];
    if (first === undefined || second === undefined) return;
    heap[one] = second;
    heap[other] = first;
  }

  function sink(from: number): void {
    for (let place = from; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2];
      const lesser = isBefore(heap[right], heap[left]) ? right : left;
      if (!isBefore(heap[lesser], heap[place])) return;
      swap(place, lesser);
      place = lesser;
    }
  }

  return {
    add(at, item) {
      added += 1;
      heap.push({ at, order: added, item });
      for (let place = heap.length - 1; place > 0; ) {
        const parent = (place - 1) >> 1;
        if (!isBefore(heap[place], heap[parent])) return;
        swap(place, parent);
        place = parent;
      }
    },
    first: () => heap[0],
    take() {
      const [first] = heap;
      const last = heap.pop();
      if (heap.length > 0 && last !== undefined) {
        heap[0] = last;
        sink(0);
      }
      return first;
    },
  };
}
