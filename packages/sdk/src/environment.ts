import type {OutboxStorage} from './outbox-item.ts';

/**
 * Everything that the core takes from the world: time, randomness, locks, messages between tabs, storage. A parameter,
 * so that the core runs under a simulation with a seed.
 */
export interface Environment {
  /** Milliseconds since the epoch, by the client's clock. Nothing is ordered by it. */
  now(): number;
  /** A number in [0, 1), for jitter. */
  random(): number;
  /** Fills with cryptographically random bytes. */
  fill(bytes: Uint8Array): void;
  /** Settles after `milliseconds`, or as soon as the signal aborts; never rejects. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Settles when there is nothing more urgent to do, such as to show what was read; a second later at most. */
  idle(): Promise<void>;
  /** Calls back when it is worth trying again at once: online again, page shown again. Gives the way to stop. */
  onWake(listener: () => void): () => void;
  /** Runs `task` while this browser holds the lock; waits for it until the signal aborts. */
  lock(name: string, signal: AbortSignal, task: () => Promise<void>): Promise<void>;
  /** A channel to the other tabs of this browser. */
  channel(name: string): Channel;
  /** Opens the place where the outbox is kept. */
  openOutbox(): Promise<OutboxStorage>;
  /** Where drafts are kept. */
  readonly drafts: KeyValueStorage;
}

/** Messages to the other tabs; a tab does not hear itself. */
export interface Channel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): () => void;
  close(): void;
}

/** The part of `Storage` (WHATWG HTML) that drafts need. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
