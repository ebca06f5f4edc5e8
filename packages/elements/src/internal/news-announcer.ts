/** Milliseconds between two sentences about what others do. */
const pace = 10_000;

/** Says to a screen reader that something came, gathered and seldom. */
export class NewsAnnouncer {
  readonly #say: (text: string) => void;
  readonly #words: (count: number) => string;
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  /** @param words So many new things, in words. */
  constructor(say: (text: string) => void, words: (count: number) => string) {
    this.#say = say;
    this.#words = words;
  }

  hear(count: number): void {
    this.#count += count;
    if (this.#count === 0) return;
    this.#timer ??= setTimeout(() => this.#tell(), Math.max(500, this.#last + pace - Date.now()));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#count = 0;
  }

  #tell(): void {
    const count = this.#count;
    this.stop();
    this.#last = Date.now();
    this.#say(this.#words(count));
  }
}
