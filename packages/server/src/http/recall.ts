import type {EndpointName} from '@social-learning/protocol';
import type {Services} from '../services.ts';
import type {Answer} from './answer.ts';
import type {Origins} from './cors.ts';
import type {Gate} from './gate.ts';
import type {createHandlers} from './handlers.ts';
import {createPresenter, type Asked, type ReadyAnswer} from './shared-answer.ts';

/** A `GET` that was understood: what is asked for, checked against its schema. */
interface Understood {
  readonly name: Exclude<EndpointName, 'session.create'>;
  readonly input: unknown;
}

/** Addresses that are remembered at most, and how long they may be. */
const most = 2_000;
const longest = 1_000;

/**
 * Answers again what was asked before, without reading the address anew. Who asks and what they may see is looked at each time; only
 * what is the same for everybody who may see it is answered here.
 */
export class Recall {
  readonly #addresses = new Map<string, Understood>();
  readonly #gate: Gate;
  readonly #origins: Origins;
  readonly #handlers: ReturnType<typeof createHandlers>;
  readonly #present: ReturnType<typeof createPresenter>;

  constructor({publicUrl}: Pick<Services, 'publicUrl'>, gate: Gate, origins: Origins, handlers: ReturnType<typeof createHandlers>) {
    this.#gate = gate;
    this.#origins = origins;
    this.#handlers = handlers;
    this.#present = createPresenter(publicUrl.startsWith('https:'));
  }

  /** Remembers an address whose answer many may get. */
  note(url: string, understood: Understood, answer: Answer): void {
    if (!('shared' in answer) || url.length > longest) return;
    if (this.#addresses.size >= most) this.#addresses.clear();
    this.#addresses.set(url, understood);
  }

  /** Makes an answer for many ready to be written. */
  present(shared: Extract<Answer, {shared: unknown}>['shared'], asked: Asked, origin: string | null): Promise<ReadyAnswer> {
    return this.#present(shared, asked, origin);
  }

  /** @returns `undefined` where only the long way knows what to say: of an address that is new, or when it is refused. */
  async answer(url: string, asked: Asked): Promise<ReadyAnswer | undefined> {
    const understood = this.#addresses.get(url);
    if (!understood) return undefined;
    try {
      const registered = asked.origin === null ? undefined : await this.#origins.organisationOf(asked.origin);
      const caller = await this.#gate.enter(asked.authorization, registered);
      const answer = await this.#handlers[understood.name]({caller, key: '', input: understood.input});
      return 'shared' in answer ? await this.present(answer.shared, asked, registered === undefined ? null : asked.origin) : undefined;
    } catch {
      return undefined;
    }
  }
}
