import {msg, str} from '@lit/localize';
import type {Client, Id, PostList, PostPatch, PostView, ThreadStore} from '@social-learning/sdk';
import {sayNumber} from '../internal/times.ts';
import {goTo} from './go-to.ts';
import {create} from './post-nodes.ts';

/** Milliseconds that a conversation is looked at before that counts as a visit. */
const dwell = 2_000;
/** Posts that are marked at most. */
const mostMarked = 100;

/**
 * Marks what has come since the reader's last visit, and leads to it. When that was is kept in the browser, for each person and
 * conversation.
 */
export class Visits {
  readonly #client: Client;
  readonly #posts: PostList;
  readonly #nodeOf: (id: Id) => HTMLElement | undefined;
  readonly #place: HTMLElement;
  readonly #more: (post: Id) => Promise<void>;
  readonly #since: string;
  readonly #key: string;
  readonly #stop: () => void;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #marked = new Set<Id>();
  #last: Id | undefined;

  /** @param thread Id of the thread. @param place Where the button stands that leads to what is new. @param more Reads further replies. */
  constructor(thread: Id, client: Client, {posts, moreReplies}: Pick<ThreadStore, 'posts' | 'moreReplies'>, nodeOf: (id: Id) => HTMLElement | undefined, place: HTMLElement) {
    this.#client = client;
    this.#posts = posts;
    this.#nodeOf = nodeOf;
    this.#place = place;
    this.#more = moreReplies;
    this.#key = `visited/${thread}`;
    this.#since = client.drafts.read(this.#key);
    this.#timer = setTimeout(() => client.drafts.write(this.#key, new Date(client.serverNow()).toISOString()), dwell);
    this.#stop = posts.listen(({added, changed}: PostPatch) => this.#mark([...added, ...changed.filter(({further}) => further)]));
    this.#mark(posts.items);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#stop();
    this.#place.replaceChildren();
  }

  /** Says anew what is new, in the language of the words now on screen. */
  render(): void {
    for (const mark of (this.#place.getRootNode() as ShadowRoot).querySelectorAll('.mark.new')) mark.textContent = msg('new');
    this.#offer();
  }

  #mark(views: readonly PostView[]): void {
    if (this.#since === '') return;
    const me = this.#client.me?.person?.id;
    for (const {post, further} of views) {
      // What is new is not left out.
      if (further && further.latest > this.#since) void this.#more(post.id).catch(() => undefined);
      if (post.createdAt <= this.#since || post.author?.id === me || post.content === null || this.#marked.has(post.id)) continue;
      this.#marked.add(post.id);
      // Of very many the button says enough: making all their nodes at once would hold the page up.
      const meta = this.#marked.size > mostMarked ? undefined : this.#nodeOf(post.id)?.querySelector(':scope > .meta');
      meta?.append(Object.assign(create('span', 'mark new'), {textContent: msg('new')}));
    }
    this.#offer();
  }

  #offer(): void {
    const count = this.#marked.size;
    if (count === 0) return;
    const button = (this.#place.firstElementChild ?? this.#place.appendChild(this.#button())) as HTMLElement;
    button.textContent = count === 1 ? msg('1 new since your last visit') : msg(str`${sayNumber(count)} new since your last visit`);
  }

  #button(): HTMLElement {
    const button = create('button', 'action', 'action news') as HTMLButtonElement;
    button.type = 'button';
    button.addEventListener('click', () => this.#next());
    return button;
  }

  /** Goes to the next that is new, and after the last to the first again. */
  #next(): void {
    const order = this.#posts.items.map(({post}) => post.id).filter(id => this.#marked.has(id));
    const next = order[order.indexOf(this.#last!) + 1] ?? order[0];
    if (next === undefined) return;
    this.#last = next;
    const node = this.#nodeOf(next);
    goTo(node);
    node?.scrollIntoView({block: 'center'});
  }
}
