import {presenceLasts, type Presence} from '@social-learning/protocol';

interface Reader {
  readonly name: string;
  readonly writing: boolean;
  until: number;
}

/** Milliseconds within which what changes is told together. */
const gathering = 1_000;
/** Names of writers that are told. */
const mostWriters = 3;

/** Who is where just now. It lives in the memory of this process alone, and nothing of it is kept. */
export class PresenceBoard {
  readonly #now: () => number;
  readonly #announce: (topic: string, presence: Presence) => void;
  readonly #readers = new Map<string, Map<string, Reader>>();
  readonly #told = new Map<string, string>();
  readonly #due = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param announce Told when the presence at a topic is another one. */
  constructor(now: () => number, announce: (topic: string, presence: Presence) => void) {
    this.#now = now;
    this.#announce = announce;
  }

  say(topic: string, person: {readonly id: string; readonly name: string}, state: 'reading' | 'writing' | 'gone'): Presence {
    const readers = this.#readers.get(topic) ?? new Map<string, Reader>();
    if (state === 'gone') readers.delete(person.id);
    else readers.set(person.id, {name: person.name, writing: state === 'writing', until: this.#now() + presenceLasts * 1_000});
    if (readers.size > 0) this.#readers.set(topic, readers);
    else this.#readers.delete(topic);
    this.#due.add(topic);
    this.#schedule(gathering);
    return this.#at(topic, person.id);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #at(topic: string, except?: string): Presence {
    const present = [...(this.#readers.get(topic) ?? [])].filter(([, {until}]) => until > this.#now());
    const writing = present.filter(([id, reader]) => reader.writing && id !== except).map(([, {name}]) => name);
    return {readers: present.length, writing: writing.toSorted().slice(0, mostWriters)};
  }

  #schedule(delay: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, delay);
    (this.#timer as {unref?: () => void}).unref?.();
  }

  #tell(): void {
    const now = this.#now();
    for (const [topic, readers] of this.#readers) {
      for (const [id, {until}] of readers) {
        if (until > now) continue;
        readers.delete(id);
        this.#due.add(topic);
      }
      if (readers.size === 0) this.#readers.delete(topic);
    }
    for (const topic of this.#due) {
      const presence = this.#at(topic);
      const words = JSON.stringify(presence);
      if (this.#told.get(topic) !== words) this.#announce(topic, presence);
      if (presence.readers > 0) this.#told.set(topic, words);
      else this.#told.delete(topic);
    }
    this.#due.clear();
    // Those who are silent for long are gone, whether or not anybody speaks.
    if (this.#readers.size > 0) this.#schedule(5_000);
  }
}
