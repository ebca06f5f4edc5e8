interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** One item's outcome in a batch. */
export type Outcome<Result> = {readonly result: Result} | {readonly error: unknown};

/** Gathers what arrives while a batch is under way into the next one. A batch of one starts at once. */
export class Batcher<Item, Result> {
  readonly #run: (items: readonly Item[]) => Promise<readonly Outcome<Result>[]>;
  readonly #fits: (batch: readonly Item[], item: Item) => boolean;
  #queue: Waiting<Item, Result>[] = [];
  #running = false;

  /** @param fits Whether an item may go with those before it; what does not waits for the next batch. */
  constructor(
    run: (items: readonly Item[]) => Promise<readonly Outcome<Result>[]>,
    fits: (batch: readonly Item[], item: Item) => boolean,
  ) {
    this.#run = run;
    this.#fits = fits;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#queue.push({item, resolve, reject});
      if (!this.#running) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#queue.length > 0) {
      const batch = this.#next();
      const outcomes = await this.#attempt(batch.map(({item}) => item));
      batch.forEach(({resolve, reject}, index) => {
        const outcome = outcomes[index]!;
        if ('result' in outcome) resolve(outcome.result);
        else reject(outcome.error);
      });
    }
    this.#running = false;
  }

  #next(): Waiting<Item, Result>[] {
    const batch: Waiting<Item, Result>[] = [];
    const items: Item[] = [];
    while (this.#queue.length > 0 && (batch.length === 0 || this.#fits(items, this.#queue[0]!.item))) {
      const next = this.#queue.shift()!;
      batch.push(next);
      items.push(next.item);
    }
    return batch;
  }

  /** All together; where that fails, one by one, so that the one at fault harms no other. */
  async #attempt(items: readonly Item[]): Promise<readonly Outcome<Result>[]> {
    try {
      return await this.#run(items);
    } catch (error) {
      if (items.length === 1) return [{error}];
      const outcomes: Outcome<Result>[] = [];
      for (const item of items) {
        outcomes.push(await this.#run([item]).then(([outcome]) => outcome!, (reason: unknown) => ({error: reason})));
      }
      return outcomes;
    }
  }
}
