import {feedHeartbeat} from '@social-learning/protocol';
import {toBytes} from '../internal/encoding.ts';
import {comparePositions, type Cursors, type Position} from '../log/cursor.ts';
import type {Epoch} from '../log/epoch.ts';
import {readLog, type LogEntry} from '../log/reader.ts';
import type {Store} from '../store/store.ts';
import {encodeChanges, type Frame} from './changes.ts';
import type {Circle} from './describe.ts';
import type {Sink} from './sink.ts';

/** Somebody who reads topics of one organisation. */
export interface Subscriber {
  readonly organisation: string;
  readonly topics: ReadonlySet<string>;
  readonly sink: Sink;
  /** Whether the reader may go on; asked every few seconds. */
  readonly mayStay: () => Promise<boolean>;
  /** Whether the reader is one of those who hear more. */
  readonly belongs: (circle: Circle) => boolean;
}

interface Member extends Subscriber {
  /** What was sent; nothing up to here is sent again. */
  sent: Position;
  /** What arrives while older changes are still being read. */
  waiting: Frame[] | undefined;
}

/** Milliseconds. */
const pollInterval = 1_000;
/** From one look at what is held back to the next: most transactions end at once, and some take long. */
const heldBackIntervals = [1, 2, 4, 8, 16];
const checkInterval = 2_000;
/** Lines of the log that are read at once. */
const stretch = 500;
/** Lines that are caught up on; who missed more reads anew. */
export const longestCatchUp = 2_000;

const heartbeat = toBytes(':\n\n');

/** Follows the log and tells each line to those who read its topic. One for each process. */
export class FeedHub {
  readonly #store: Store;
  readonly #epoch: Epoch;
  readonly #cursors: Cursors;
  readonly #onEntries: (entries: readonly LogEntry[]) => void;
  readonly #onTold: () => void;
  readonly #onError: (error: unknown) => void;
  readonly #members = new Map<string, Set<Member>>();
  readonly #all = new Set<Member>();
  readonly #timers: ReturnType<typeof setInterval>[] = [];
  #position: Position;
  #reading: Promise<void> | undefined;
  #again = false;
  #next: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #failing = false;
  /** Looks in a row at lines that are written, and held back until older transactions end. */
  #heldBack = 0;

  /** @param on What is told of every line before its readers are, what after them, and what of a failure. */
  constructor(
    store: Store, epoch: Epoch, cursors: Cursors, start: Position,
    on: {readonly entries: (entries: readonly LogEntry[]) => void; readonly told: () => void; readonly error: (error: unknown) => void},
  ) {
    this.#store = store;
    this.#epoch = epoch;
    this.#cursors = cursors;
    this.#position = start;
    this.#onEntries = on.entries;
    this.#onTold = on.told;
    this.#onError = on.error;
    this.#every(feedHeartbeat * 1_000, () => {
      for (const member of this.#all) this.#send(member, heartbeat);
    });
    this.#every(checkInterval, () => void this.#check());
    this.#schedule(pollInterval);
  }

  get size(): number {
    return this.#all.size;
  }

  /** How far the log has been read. */
  get position(): Position {
    return this.#position;
  }

  /** Says that the log may have grown. */
  wake(): void {
    if (this.#closed) return;
    if (this.#reading) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#next);
    this.#reading = this.#read().finally(() => {
      this.#reading = undefined;
    });
  }

  /** Says that a transaction has ended: lines that were held back by it wait no longer. */
  release(): void {
    if (this.#heldBack > 0) this.wake();
  }

  /**
   * Tells a subscriber everything after a position: first what it missed, then what happens.
   *
   * @returns `false` where it missed too much to be told.
   */
  async join(subscriber: Subscriber, from: Position): Promise<boolean> {
    const behind = comparePositions(from, this.#position) < 0;
    const member: Member = {...subscriber, sent: from, waiting: behind ? [] : undefined};
    const until = this.#position;
    for (const topic of member.topics) this.#members.set(topic, (this.#members.get(topic) ?? new Set()).add(member));
    this.#all.add(member);
    member.sink.onClose(() => this.#leave(member));
    if (!behind) return true;

    const topics = {organisation: member.organisation, names: [...member.topics]};
    const {entries} = await readLog(this.#store.db, this.#epoch, {after: from, until, topics, limit: longestCatchUp + 1});
    const tooMany = entries.length > longestCatchUp;
    const missed = tooMany ? [] : await encodeChanges(this.#store.db, this.#cursors, this.#epoch, entries);
    const waiting = member.waiting ?? [];
    member.waiting = undefined;
    if (tooMany) member.sent = until;
    this.#deliver(member, [...missed, ...waiting]);
    return !tooMany;
  }

  /** Tells everybody on a topic something that is not of the log, and that nobody is told again. */
  say(topic: string, bytes: Uint8Array): void {
    for (const member of this.#members.get(topic) ?? []) this.#send(member, bytes);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#next);
    for (const timer of this.#timers) clearInterval(timer);
    for (const member of this.#all) member.sink.close();
    await this.#reading;
  }

  async #read(): Promise<void> {
    try {
      do {
        this.#again = false;
        const {entries, waiting} = await readLog(this.#store.db, this.#epoch, {after: this.#position, limit: stretch});
        this.#heldBack = waiting ? this.#heldBack + 1 : 0;
        if (entries.length === 0) continue;
        this.#onEntries(entries);
        const heard = entries.filter(({topic}) => topic !== null && this.#members.has(topic));
        const frames = await encodeChanges(this.#store.db, this.#cursors, this.#epoch, heard);
        this.#position = entries.at(-1)!.position;
        this.#broadcast(frames);
        this.#onTold();
        if (entries.length === stretch) this.#again = true;
      } while (this.#again && !this.#closed);
      this.#failing = false;
    } catch (error) {
      // Once for each outage: it is tried again every second.
      if (!this.#failing && !this.#closed) this.#onError(error);
      this.#failing = true;
      this.#heldBack = 0;
      // Who is told after the readers does not wait until they can be told again.
      this.#onTold();
    }
    this.#schedule(this.#heldBack > 0 ? heldBackIntervals[this.#heldBack - 1] ?? heldBackIntervals.at(-1)! : pollInterval);
  }

  #broadcast(frames: readonly Frame[]): void {
    const joined = new JoinedFrames();
    const batches = new Map<Member, Frame[]>();
    for (const frame of frames) {
      for (const member of this.#members.get(frame.topic) ?? []) {
        const batch = batches.get(member);
        if (batch) batch.push(frame);
        else batches.set(member, [frame]);
      }
    }
    for (const [member, batch] of batches) {
      if (member.waiting) member.waiting.push(...batch);
      else this.#deliver(member, batch, joined);
    }
  }

  #deliver(member: Member, frames: readonly Frame[], joined = new JoinedFrames()): void {
    const fresh = frames.filter(({position}) => comparePositions(position, member.sent) > 0);
    if (fresh.length === 0) return;
    member.sent = fresh.at(-1)!.position;
    const heard = fresh.flatMap(({bytes, inside}) => (inside && member.belongs(inside.circle) ? inside.bytes : bytes ?? []));
    if (heard.length > 0) this.#send(member, joined.of(heard));
  }

  #send(member: Member, bytes: Uint8Array): void {
    if (!member.sink.write(bytes)) member.sink.close();
  }

  #leave(member: Member): void {
    this.#all.delete(member);
    for (const topic of member.topics) {
      const members = this.#members.get(topic);
      members?.delete(member);
      if (members?.size === 0) this.#members.delete(topic);
    }
  }

  async #check(): Promise<void> {
    for (const member of [...this.#all]) {
      // A database that is away takes nobody's right; the next round asks again.
      if (!(await member.mayStay().catch(() => true))) member.sink.close();
    }
  }

  #schedule(delay: number): void {
    if (this.#closed) return;
    clearTimeout(this.#next);
    this.#next = unref(setTimeout(() => this.wake(), delay));
  }

  #every(interval: number, task: () => void): void {
    this.#timers.push(unref(setInterval(task, interval)));
  }
}

/** A timer that keeps no process alive, where there are processes. */
function unref<Timer>(timer: Timer): Timer {
  (timer as {unref?: () => void}).unref?.();
  return timer;
}

/** Joins what goes out together into one write: the same bytes for all who hear the same. */
class JoinedFrames {
  readonly #numbers = new Map<Uint8Array, number>();
  readonly #joined = new Map<string, Uint8Array>();

  of(parts: readonly Uint8Array[]): Uint8Array {
    if (parts.length === 1) return parts[0]!;
    const key = parts.map(part => this.#numberOf(part)).join(' ');
    const known = this.#joined.get(key) ?? join(parts);
    this.#joined.set(key, known);
    return known;
  }

  #numberOf(part: Uint8Array): number {
    const number = this.#numbers.get(part) ?? this.#numbers.size;
    this.#numbers.set(part, number);
    return number;
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, {length}) => size + length, 0));
  let offset = 0;
  for (const bytes of parts) {
    whole.set(bytes, offset);
    offset += bytes.length;
  }
  return whole;
}
