import type {Drafts, Person} from '@social-learning/sdk';
import type {KudosPlace} from '@social-learning/sdk/kudos';

/** What somebody has begun to say, and to whom. */
export interface KudosDraft {
  readonly to: readonly Person[];
  readonly value: string | undefined;
  readonly message: string;
}

/** Keeps what somebody has begun to say at a place, at every keystroke. */
export class KudosDrafts {
  readonly #drafts: Drafts;
  readonly #place: string;

  constructor(drafts: Drafts, {space = '', person, post, subject}: KudosPlace) {
    this.#drafts = drafts;
    const about = person !== undefined ? `person/${person}` : post !== undefined ? `post/${post}` : `subject/${subject ?? ''}`;
    this.#place = `kudos/${space}/${about}`;
  }

  read(): KudosDraft {
    const value = this.#drafts.read(`${this.#place}/value`);
    return {message: this.#drafts.read(this.#place), value: value === '' ? undefined : value, to: this.#readPeople()};
  }

  write({message, value, to}: KudosDraft): void {
    this.#drafts.write(this.#place, message);
    this.#drafts.write(`${this.#place}/value`, value ?? '');
    this.#drafts.write(`${this.#place}/to`, to.length === 0 ? '' : JSON.stringify(to));
  }

  forget(): void {
    this.write({message: '', value: undefined, to: []});
  }

  /** What lies in a browser's storage may be anything. */
  #readPeople(): readonly Person[] {
    try {
      const people: unknown = JSON.parse(this.#drafts.read(`${this.#place}/to`) || '[]');
      return Array.isArray(people) ? people.filter(isPerson) : [];
    } catch {
      return [];
    }
  }
}

function isPerson(value: unknown): value is Person {
  const {id, name} = (value ?? {}) as Partial<Person>;
  return typeof id === 'string' && typeof name === 'string';
}
