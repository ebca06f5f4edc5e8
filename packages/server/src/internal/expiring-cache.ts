/** Remembers what a key was answered with for a short while; several who ask at once cause one question. */
export class ExpiringCache<Value> {
  readonly #load: (key: string) => Promise<Value>;
  readonly #lifetime: number;
  readonly #now: () => number;
  readonly #entries = new Map<string, {until: number; value: Promise<Value>}>();

  /** @param lifetime Milliseconds. */
  constructor(lifetime: number, now: () => number, load: (key: string) => Promise<Value>) {
    this.#lifetime = lifetime;
    this.#now = now;
    this.#load = load;
  }

  get(key: string): Promise<Value> {
    const found = this.#entries.get(key);
    if (found && this.#now() < found.until) return found.value;
    if (this.#entries.size > 10_000) this.#entries.clear();
    const entry = {until: this.#now() + this.#lifetime, value: this.#load(key)};
    this.#entries.set(key, entry);
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    return entry.value;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}
