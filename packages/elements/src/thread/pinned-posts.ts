import {msg} from '@lit/localize';
import type {Client, Id, Post, PostList} from '@social-learning/sdk';
import {drawIcon} from '../internal/icons.ts';
import {create} from './post-nodes.ts';
import {permalink} from './permalink.ts';
import {follow, shortened} from './post-link.ts';
import {pinnedStyles} from './pinned-posts.styles.ts';

const outline = 'M8 9.5v5M5 9.5h6M6 2h4M6.5 2v3.5L5 9.5M9.5 2v3.5l1.5 4';

/** Shows what is pinned above the posts, in short, with a link to each. Loaded where something is. */
export class PinnedPosts {
  readonly #place: HTMLElement;
  readonly #client: Client;
  readonly #thread: Id;
  readonly #go: (post: Id) => void;
  readonly #stop: () => void;
  #posts: readonly Post[] = [];
  #reading = 0;
  #shown = '';

  /** @param go Goes to a post, wherever it stands. */
  constructor(place: HTMLElement, client: Client, thread: Id, list: PostList, go: (post: Id) => void) {
    this.#place = place;
    this.#client = client;
    this.#thread = thread;
    this.#go = go;
    const root = place.getRootNode() as ShadowRoot;
    if (!root.adoptedStyleSheets.includes(pinnedStyles.styleSheet!)) root.adoptedStyleSheets.push(pinnedStyles.styleSheet!);
    this.#stop = list.listen(({added, changed, removed}) => {
      const isShown = (id: Id) => this.#posts.some(post => post.id === id);
      if ([...added, ...changed].some(({post}) => (post.pinned ?? false) !== isShown(post.id) || isShown(post.id)) || removed.some(isShown)) void this.#read();
    });
  }

  /** Shows so many, in the language of the words now on screen. */
  show(count: number, locale: string): void {
    const shown = `${count} ${locale}`;
    if (this.#shown === shown) return;
    this.#shown = shown;
    if (count === this.#posts.length) this.#render();
    else void this.#read();
  }

  async #read(): Promise<void> {
    const turn = ++this.#reading;
    try {
      const {items} = await this.#client.call('posts.list', {thread: this.#thread, only: 'pinned'});
      if (turn === this.#reading) this.#posts = items;
    } catch {
      // What was shown stays: the posts themselves stand below.
    }
    this.#render();
  }

  #render(): void {
    this.#place.replaceChildren(...(this.#posts.length === 0 ? [] : [this.#makeList()]));
  }

  close(): void {
    this.#reading++;
    this.#stop();
    this.#place.replaceChildren();
  }

  #makeList(): HTMLElement {
    const list = create('ul', 'pinned');
    list.role = 'list';
    list.ariaLabel = msg('Pinned');
    list.append(...this.#posts.map(post => {
      const item = document.createElement('li');
      const link = create('a', 'pinned-link') as HTMLAnchorElement;
      link.href = permalink(post.id);
      link.addEventListener('click', event => follow(event, post.id, this.#go));
      const author = Object.assign(document.createElement('bdi'), {className: 'author', textContent: post.author?.name ?? msg('Somebody who left')});
      const text = Object.assign(document.createElement('bdi'), {textContent: shortened(post)});
      link.append(author, ' ', text);
      item.append(drawIcon(outline), link);
      return item;
    }));
    return list;
  }
}
