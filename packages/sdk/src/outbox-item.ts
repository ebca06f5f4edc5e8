import type {ActName, Id, Input} from '@social-learning/protocol';
import type {FailureCode, FailureDetails} from './errors.ts';

/** Something that a person did and that the backend has not acknowledged yet. Plain data: it outlives the page. */
export interface OutboxItem<Name extends ActName = ActName> {
  /** The idempotency key, and the id of what the act makes. */
  readonly id: Id;
  /** Organisation and person whose act it is; nobody else's browser session sends it. */
  readonly owner: string;
  readonly person: Id;
  /** Items of one lane go out one after another, in the order in which they were done. */
  readonly lane: string;
  readonly name: Name;
  readonly input: Input<Name>;
  /** Its place among the items of the browser; as a rule the client's time in milliseconds. */
  readonly order: number;
  /** `waiting` is tried until it is acknowledged; `parked` cannot succeed as it is and waits for the person. */
  readonly state: 'waiting' | 'parked';
  /** Not sent before this, in milliseconds of the client's time, so that it can be taken back. */
  readonly notBefore?: number;
  /** Attempts that failed. */
  readonly attempts: number;
  /** Why the last attempt failed. */
  readonly error?: {readonly code: FailureCode; readonly message: string; readonly details: FailureDetails};
  /** Whether it outlives the page. `false` where the browser gives no storage. */
  readonly kept: boolean;
}

/** Where items are kept. */
export interface OutboxStorage {
  /** Settles when the item is safe; rejects where it cannot be. */
  put(item: OutboxItem): Promise<void>;
  delete(id: Id): Promise<void>;
  all(owner: string): Promise<OutboxItem[]>;
}
