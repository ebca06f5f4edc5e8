import {msg, str} from '@lit/localize';
import type {Client, Thread} from '@social-learning/sdk';
import {html, nothing, render} from 'lit';
import {sayNumber} from '../internal/times.ts';

/** Where similar questions are looked for, and where one that is found stands. */
export interface SimilarOptions {
  readonly client: Client;
  readonly space: string | undefined;
  /** The address of a conversation; nothing where it has none. */
  addressOf(thread: Thread): string | undefined;
}

/** Milliseconds of rest after which what is typed is looked for. */
const rest = 300;
/** Characters below which a title says too little. */
const fewest = 6;

/** Shows what was asked before, below the title of a question that somebody is typing. */
export class SimilarQuestions {
  readonly #root: HTMLElement;
  readonly #options: SimilarOptions;
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #search = new AbortController();

  /** @param root An empty element that it may fill. */
  constructor(root: HTMLElement, options: SimilarOptions) {
    this.#root = root;
    this.#options = options;
  }

  /** Looks for what is like this title, once nobody types any more. */
  look(title: string): void {
    const text = title.trim();
    if (text === this.#asked) return;
    this.#asked = text;
    clearTimeout(this.#timer);
    this.#search.abort();
    if (text.length < fewest) return this.#show([]);
    this.#timer = setTimeout(() => void this.#find(text), rest);
  }

  async #find(text: string): Promise<void> {
    const {client, space} = this.#options;
    this.#search = new AbortController();
    const {signal} = this.#search;
    try {
      const {items} = await client.call('threads.search', {...(space !== undefined && {space}), kind: 'question', text, limit: 3}, {signal});
      // From any backend: what is not as it should be is left out.
      if (!signal.aborted) this.#show(items.filter(({title, subject}) => typeof title === 'string' && typeof subject?.key === 'string'));
    } catch {
      // It is a help: without it one asks all the same.
    }
  }

  #show(threads: readonly Thread[]): void {
    const {length} = threads;
    const found = threads.map(thread => {
      const address = this.#options.addressOf(thread);
      const title = html`<bdi>${thread.title ?? ''}</bdi>`;
      return html`
        <li>
          ${address === undefined ? title : html`<a href=${address} target="_blank" rel="noopener">${title}</a>`}
          <span class="hint">${thread.answered ? msg('answered') : nothing}</span>
        </li>`;
    });
    render(
      html`
        ${length === 0 ? nothing : html`
          <p class="hint" id="similar">${msg('Perhaps it has been asked already:')}</p>
          <ul aria-labelledby="similar">${found}</ul>`}
        <p class="visually-hidden" role="status">${length === 0 ? '' : length === 1 ? msg('1 similar question below.') : msg(str`${sayNumber(length)} similar questions below.`)}</p>
      `,
      this.#root,
    );
  }
}
