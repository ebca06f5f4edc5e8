import {Refusal} from './refusal.ts';

/** How often one person may act. */
export interface RateLimit {
  /** Acts a second, in the long run. */
  readonly perSecond: number;
  /** Acts at once. */
  readonly burst: number;
}

/** Counts the acts of each person, by a bucket that fills again. One for each process. */
export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #now: () => number;
  readonly #buckets = new Map<string, {tokens: number; at: number}>();

  constructor(limit: RateLimit, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Counts one act. Throws `rate-limited` where it is one too many. */
  take(person: string): void {
    const {perSecond, burst} = this.#limit;
    const now = this.#now();
    const bucket = this.#buckets.get(person) ?? {tokens: burst, at: now};
    bucket.tokens = Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) * perSecond / 1_000);
    bucket.at = now;
    this.#buckets.set(person, bucket);
    if (this.#buckets.size > 10_000) this.#forgetFull(now);
    if (bucket.tokens >= 1) {
      bucket.tokens--;
      return;
    }
    const wait = Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
    throw new Refusal('rate-limited', `That was too much at once. Try again in ${wait} s.`, {
      retryAfter: wait,
      headers: {'ratelimit-policy': `"acts";q=${burst};w=${Math.ceil(burst / perSecond)}`, 'ratelimit': `"acts";r=0;t=${wait}`},
    });
  }

  #forgetFull(now: number): void {
    const {perSecond, burst} = this.#limit;
    for (const [person, {tokens, at}] of this.#buckets) {
      if (tokens + (now - at) * perSecond / 1_000 >= burst) this.#buckets.delete(person);
    }
  }
}
