import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type Id, type Post, type SocialLearningError, type ThreadStore} from '@social-learning/sdk';
import {html, nothing, render, type TemplateResult} from 'lit';
import {failureWords} from '../internal/failure-words.ts';
import {sayNumber, sayTime} from '../internal/times.ts';
import {permalink} from './permalink.ts';
import {follow, shortened} from './post-link.ts';
import {searchStyles} from './thread-search.styles.ts';

/** Milliseconds of rest after which what is typed is looked for. */
const rest = 250;
/** Posts that are shown at most. */
const most = 20;

/** Looks for words in a whole conversation, also in what was not read of it, and leads to what it finds. Loaded when asked for. */
export class ThreadSearch {
  readonly #root: ShadowRoot;
  readonly #client: Client;
  readonly #storeNow: () => ThreadStore | undefined;
  readonly #go: (post: Id) => void;
  #open = false;
  #text = '';
  #found: readonly Post[] | undefined;
  #error: SocialLearningError | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = new AbortController();

  /** @param storeNow Gives the conversation. @param go Goes to a post, wherever it stands. */
  constructor(root: ShadowRoot, client: Client, storeNow: () => ThreadStore | undefined, go: (post: Id) => void) {
    this.#root = root;
    this.#client = client;
    this.#storeNow = storeNow;
    this.#go = go;
    if (!root.adoptedStyleSheets.includes(searchStyles.styleSheet!)) root.adoptedStyleSheets.push(searchStyles.styleSheet!);
  }

  /** Opens the field, or closes it. */
  toggle(): void {
    this.#open = !this.#open;
    this.render();
    if (this.#open) this.#place.querySelector('input')!.focus();
    else this.#button?.focus();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#open = false;
    this.#text = '';
    this.#found = undefined;
    this.render();
  }

  get #place(): HTMLElement {
    return this.#root.getElementById('search')!;
  }

  /** There is none while the conversation is read anew. */
  get #button(): HTMLElement | null {
    return this.#root.getElementById('search-button');
  }

  render(): void {
    if (this.#button) this.#button.ariaExpanded = String(this.#open);
    render(this.#open ? this.#renderSearch() : nothing, this.#place);
  }

  #renderSearch(): TemplateResult {
    const found = this.#found?.map(post => html`
      <li>
        <a class="found" part="found" href=${permalink(post.id)} @click=${(event: MouseEvent) => follow(event, post.id, this.#go)}><bdi class="author">${post.author?.name ?? msg('Somebody who left')}</bdi> <bdi>${shortened(post, this.#text)}</bdi></a>
        <span class="quiet">${sayTime(post.createdAt, this.#client.serverNow())}</span>
      </li>`);
    return html`
      <div class="search" part="search" role="search" @keydown=${this.#onKey}>
        <input type="search" class="field" aria-label=${msg('Search this conversation')} placeholder=${msg('Search this conversation')} maxlength="200" dir="auto"
          autocomplete="off" .value=${this.#text} @input=${this.#onInput} />
        ${found && found.length > 0 ? html`<ol>${found}</ol>` : nothing}
        <p class="quiet" role="status">${this.#error ? failureWords(this.#error, () => this.render()) : this.#sayFound()}</p>
      </div>
    `;
  }

  #sayFound(): string {
    const found = this.#found?.length;
    if (found === undefined) return '';
    if (found === 0) return msg('Nothing here has all of these words.');
    if (found === most) return msg(str`The first ${sayNumber(most)} posts with these words`);
    return found === 1 ? msg('1 post with these words') : msg(str`${sayNumber(found)} posts with these words`);
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.toggle();
  };

  readonly #onInput = (event: Event) => {
    this.#text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#timer = setTimeout(() => void this.#look(this.#text.trim()), rest);
  };

  async #look(text: string): Promise<void> {
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    const state = this.#storeNow()?.$state.get();
    const thread = state?.status === 'ready' ? state.thread?.id : undefined;
    this.#error = undefined;
    try {
      this.#found = text === '' || !thread ? undefined : (await this.#client.call('posts.search', {thread, text, limit: most}, {signal})).items;
    } catch (cause) {
      if (!signal.aborted) this.#error = toSocialLearningError(cause);
    }
    if (!signal.aborted) this.render();
  }
}
