/** Milliseconds from which on a task is long (W3C Long Tasks API). */
export const longFrom = 50;

/** Notes tasks of this page that take longer than 50 ms. */
export class LongTasks {
  readonly #durations: number[] = [];
  readonly #observer = new PerformanceObserver(list => this.#note(list.getEntries()));
  #since = 0;

  /** Counts those that begin from now on. */
  begin(): void {
    this.#since = performance.now();
    this.#observer.observe({type: 'longtask'});
  }

  /** How long each was, in milliseconds. */
  async end(): Promise<readonly number[]> {
    // A task is told of after it.
    await new Promise(resolve => setTimeout(resolve, 200));
    this.#note(this.#observer.takeRecords());
    this.#observer.disconnect();
    return this.#durations;
  }

  #note(entries: readonly PerformanceEntry[]): void {
    this.#durations.push(...entries.filter(({startTime}) => startTime >= this.#since).map(({duration}) => duration));
  }
}
