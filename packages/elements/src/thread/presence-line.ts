import {msg, str} from '@lit/localize';
import type {Client} from '@social-learning/sdk';
import {presenceOf, type Presence} from '@social-learning/sdk/presence';
import {currentLocale} from '../internal/locale.ts';
import {sayNumber} from '../internal/times.ts';

/** Milliseconds without a key after which nobody is taken to be writing. */
const pause = 6_000;

/**
 * Says in a quiet line who else is there, and who writes. Screen readers find it and are not told of its changes. While the page is out of
 * sight, one is not there.
 */
export class PresenceLine {
  readonly #line: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #store: ReturnType<typeof presenceOf>;
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(line: HTMLElement, root: ShadowRoot, client: Client, topic: string) {
    this.#line = line;
    this.#root = root;
    this.#store = presenceOf(client, topic);
    root.addEventListener('input', this.#onInput);
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#onVisibility();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stop?.();
    this.#stop = undefined;
    this.#root.removeEventListener('input', this.#onInput);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#line.textContent = '';
  }

  /** Says who is there, in the language of the words now on screen. */
  render(): void {
    this.#line.textContent = sayPresence(this.#store.$presence.get());
  }

  readonly #onVisibility = () => {
    if (document.visibilityState === 'visible') this.#stop ??= this.#store.$presence.subscribe(() => this.render());
    else {
      this.#stop?.();
      this.#stop = undefined;
    }
  };

  readonly #onInput = (event: Event) => {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    clearTimeout(this.#timer);
    this.#store.write(true);
    this.#timer = setTimeout(() => this.#store.write(false), pause);
  };
}

/** What turns the direction of the words around it (UAX #9): in a name, it would turn ours. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

function sayPresence({readers, writing}: Presence): string {
  const there = readers > 1 ? msg(str`${sayNumber(readers)} reading`) : '';
  const names = new Intl.ListFormat(currentLocale(), {type: 'conjunction'}).format(writing.map(name => name.replace(turning, '')));
  const writers = writing.length === 0 ? '' : writing.length === 1 ? msg(str`${names} is writing…`) : msg(str`${names} are writing…`);
  return [there, writers].filter(Boolean).join(' · ');
}
