import {localized, msg} from '@lit/localize';
import {
  toSocialLearningError, type Client, type Connection, type MeState, type PostOrder, type PostPatch, type SocialLearningError, type Thread, type ThreadKind, type ThreadOptions,
  type ThreadState, type ThreadStore,
} from '@social-learning/sdk';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {ClientController} from '../internal/client-controller.ts';
import {avatarStyles} from '../internal/avatar.styles.ts';
import {contentStyles} from '../internal/content.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {blockStyles, frameStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {NearController} from '../internal/near-controller.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {StoreController} from '../internal/store-controller.ts';
import {whenIdle} from '../internal/idle.ts';
import {TurnElement} from '../internal/turn-element.ts';
import {ActsLoader} from './acts-loader.ts';
import {hasDraft} from './draft-places.ts';
import * as notices from './notices.ts';
import {OrderController} from './order-controller.ts';
import {PostAnnouncer} from './post-announcer.ts';
import {actOf} from './post-renderer.ts';
import {postStyles} from './post.styles.ts';
import type {PostRenderers} from './renderers.ts';
import {ShownPosts, type Ready} from './shown-posts.ts';
import {SoughtPost} from './sought-post.ts';
import {ThreadLoadedEvent} from './thread.events.ts';
import {differInCounts, renderHeader} from './thread-header.ts';
import {styles} from './thread.styles.ts';
import type {ThreadActs} from './thread-acts.ts';
import type {ThreadSearch} from './thread-search.ts';

/**
 * A conversation on the page it stands on: people ask, answer, thank and talk, and see each other's posts as they come.
 * @summary A discussion or a question on a subject, live.
 * @tag sl-thread
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @slot empty - Shown before the first post, instead of our invitation.
 * @slot signed-out - Shown to guests where others find the composer.
 *
 * @event {ThreadLoadedEvent} sl-thread-loaded - The conversation was read and is shown.
 * @event {PostSendEvent} sl-post-send - A person is about to post; cancelable.
 * @event {PostSentEvent} sl-post-sent - A post was kept and is on its way.
 *
 * @csspart thread - The whole conversation.
 * @csspart header - Its heading and count.
 * @csspart heading - Its heading.
 * @csspart notice - A sentence about its state: offline, locked, signed out.
 * @csspart order - The choice of an order.
 * @csspart pinned - What is pinned, above the posts.
 * @csspart pinned-link - The link to a pinned post.
 * @csspart search - Where one looks for words in the conversation.
 * @csspart found - The link to a post that was found.
 * @csspart posts - The list of posts.
 * @csspart post - One post.
 * @csspart meta - Who posted, and when.
 * @csspart avatar - The picture of an author, or the initials.
 * @csspart by - The heading of a post.
 * @csspart author - The name of an author.
 * @csspart permalink - The link to a post, around its time.
 * @csspart time - When it was posted.
 * @csspart marks - What is marked about a post.
 * @csspart mark - One such mark.
 * @csspart accepted-mark - The mark of an accepted answer.
 * @csspart context - Whom a reply answers.
 * @csspart body - The text of a post.
 * @csspart delivery - How far a post on its way has come.
 * @csspart delivery-text - The same in words.
 * @csspart foot - Reactions and actions of a post.
 * @csspart reactions - The reactions to a post.
 * @csspart reaction - One kind of reaction.
 * @csspart actions - What one can do with a post.
 * @csspart action - One such button; it also has the part of its name (reply, tried, edit, remove, accept, fold, more, retry, copy, discard).
 * @csspart more - The button that shows more posts.
 * @csspart further - The button that shows more replies.
 * @csspart presence - The line that says who else is there, and who writes.
 * @csspart write - The button that opens the composer.
 * @csspart composer - The composer.
 * @csspart field - The text field of a composer.
 * @csspart similar - What was asked before, below that field.
 * @csspart title-field - The field for the title of a question.
 * @csspart preview - What a text will look like.
 * @csspart history - What a post said before.
 * @csspart mention - The name of somebody who is mentioned.
 * @csspart send - The button that sends.
 *
 * @cssproperty [--social-thread-gap=1.25rem] - Space between two posts.
 * @cssproperty [--social-thread-indent=1.5rem] - How far a reply is indented.
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-positive=#146c2e] - Colour of what is accepted.
 * @cssproperty [--social-critical=#b3261e] - Colour of what went wrong.
 * @cssproperty [--social-radius=0.5rem] - Rounding of fields, buttons and notices.
 * @cssproperty [--social-border=currentColor mixed] - Colour of lines.
 * @cssproperty [--social-surface=currentColor mixed] - Colour behind notices, code and quotes.
 *
 * @cssstate loading - While the conversation is on its way.
 * @cssstate failed - When it could not be read.
 * @cssstate empty - Before the first post.
 * @cssstate locked - When nobody may post any more.
 * @cssstate offline - While there is no connection.
 */
@localized()
export class ThreadElement extends TurnElement {
  static override styles = [contentStyles, frameStyles, blockStyles, avatarStyles, postStyles, styles];

  /** Key of what is talked about: any stable text. Default: the canonical address of the page. */
  @property() subject?: string;

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** Whether the first post asks something that others answer. A thread keeps the kind that it began with. */
  @property() kind: ThreadKind = 'discussion';

  /** Words above the conversation. Default: the title of the question, or "Conversation". */
  @property() heading?: string;

  /** Level of that heading in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** The end to begin from: `start`, or `end` for the newest posts. */
  @property() from: 'start' | 'end' = 'start';

  /**
   * The order of the posts that reply to none: `oldest`, `newest`, `helpful` (accepted and thanked first) or `unanswered`. Readers may choose
   * another. It comes before `from`, unless it is `oldest`.
   */
  @property() order: PostOrder = 'oldest';

  /** How close things stand: `comfortable`, or `compact` for lists beside other things. */
  @property({reflect: true}) density: 'comfortable' | 'compact' = 'comfortable';

  /** Title of what is talked about, as lists show it. Default: the title of the page. */
  @property({attribute: 'subject-title'}) subjectTitle?: string;

  /** Most posts that are fetched without being asked for; beyond them there is a button. */
  @property({type: Number, attribute: 'fetch-ahead'}) fetchAhead = 2_000;

  /** Says where a conversation stands that was found, such as a similar question. Default: the address of its subject. */
  @property({attribute: false}) addressOf?: (thread: Thread) => string | undefined;

  /** Other markup for parts of a post: its avatar, its body, and further actions. */
  @property({attribute: false}) renderers?: PostRenderers;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private status = '';
  @state() private failure?: SocialLearningError;

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #thread = new StoreController<ThreadState>(this, differInCounts);
  readonly #me = new StoreController<MeState>(this);
  readonly #connection = new StoreController<Connection>(this);
  readonly #sought = new SoughtPost(this);
  readonly #announcer = new PostAnnouncer(text => (this.status = text));
  readonly #acts = new ActsLoader(this, id => this.#shown?.node(id), text => (this.status = text));
  readonly #posts = Object.assign(document.createElement('div'), {className: 'posts'});
  #store: ThreadStore | undefined;
  #shown: ShownPosts | undefined;
  #headed: Ready | undefined; // What the header tells of: while another order is read it stays, and the focus in it.
  #owner = ''; // Who is writing, as far as it is known.
  /** Whether somebody asked to write before it was known who they are: later, they would be taken away from something else. */
  #toWrite = false;
  #clock: ReturnType<typeof setInterval> | undefined;
  #stopListening: (() => void) | undefined;
  #search: ThreadSearch | undefined;

  constructor() {
    super();
    new OrderController(this, this.#sought, () => this.#ready?.thread?.kind ?? this.kind);
    this.#posts.setAttribute('part', 'posts');
    this.#posts.addEventListener('click', event => this.#act(event));
    // What one looks for in the page is among what was folded away.
    this.#posts.addEventListener('beforematch', event => this.#shown?.reveal((event.target as HTMLElement).dataset['post']!));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.#shown?.refreshTimes(), 60_000);
    for (const type of ['online', 'offline']) addEventListener(type, this.#update);
    addEventListener('beforeprint', this.#fillAll);
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const place = {subject: this.#subject, ...(this.#clients.space !== undefined && {space: this.#clients.space})};
    const store = client && this.#near.wasNear ? client.thread(place, this.#reading) : undefined;
    if (store !== this.#store) this.#follow(store);
    this.#thread.store = store?.$state;
    this.#me.store = store && client?.$me;
    this.#connection.store = store && client?.feed.$connection;
  }

  protected override render(): TemplateResult {
    const ready = this.#ready;
    return html`
      <section class="thread" part="thread" aria-labelledby="heading" aria-busy=${this.#thread.value?.status === 'loading' ? 'true' : 'false'}>
        ${this.#renderHeader((this.#headed = ready ?? this.#headed))}
        ${this.#renderState(this.#thread.value)}
        ${ready?.earlier ? notices.more('earlier', ready, this.#more, this.#update) : nothing}
        <div id="search"></div>
        <div id="pinned"></div>
        ${this.#posts}
        ${ready?.later ? notices.more('later', ready, this.#more, this.#update) : nothing}
        ${this.failure ? notices.undone(this.failure, this.#update) : nothing}
        <p class="quiet" id="presence" part="presence"></p>
        ${ready ? this.#renderWriting(ready) : nothing}
        <p class="visually-hidden" role="status">${this.status}</p>
      </section>
    `;
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    const ready = this.#ready;
    setStates(this.#internals, {
      loading: this.#thread.value?.status === 'loading',
      failed: this.#thread.value?.status === 'failed',
      empty: ready !== undefined && this.#store?.posts.items.length === 0,
      locked: ready?.thread?.state === 'locked',
      offline: this.#isOffline,
    });
    if (ready) this.#show(ready);
    this.#search?.render();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    for (const type of ['online', 'offline']) removeEventListener(type, this.#update);
    removeEventListener('beforeprint', this.#fillAll);
    this.#follow(undefined);
  }

  /** Reads the conversation anew. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  /** Opens the composer and puts the cursor into it, as soon as the conversation is there. Does nothing for who may not write. */
  async write(): Promise<void> {
    this.#toWrite = !this.renderRoot?.querySelector('#writing');
    if (this.#toWrite) this.#near.come();
    else await this.#try(acts => acts.open());
  }

  get #ready(): Ready | undefined {
    const {value} = this.#thread;
    return value?.status === 'ready' ? value : undefined;
  }

  get #subject(): string {
    return this.subject ?? document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.origin + location.pathname;
  }

  /** From where, and in which order. */
  get #reading(): ThreadOptions {
    const {around} = this.#sought;
    if (around !== undefined) return {around};
    return this.from === 'end' && this.order === 'oldest' ? {from: 'end'} : {order: this.order};
  }

  get #isOffline(): boolean {
    return !navigator.onLine || this.#connection.value === 'reconnecting';
  }

  #renderHeader(ready: Ready | undefined): TemplateResult {
    return renderHeader({
      thread: ready?.thread ?? null, kind: this.kind, heading: this.heading, headingLevel: this.headingLevel,
      following: ready?.following ?? false, mayFollow: this.#store?.may('thread.follow') ?? false, mayLock: this.#store?.may('thread.lock') ?? false,
      maySearch: this.#clients.client?.can('posts.search') ?? false,
      search: () => void this.#tryTo(() => this.#lookFor()),
      follow: () => void this.#try(acts => acts.toggleFollow()),
      lock: () => void this.#try(acts => acts.toggleLock()),
    });
  }

  #renderState(thread: ThreadState | undefined): TemplateResult | typeof nothing {
    if (this.#clients.missing) return withoutBackend();
    if (!thread || thread.status === 'loading') return onItsWay(msg('The conversation is on its way.'), 3);
    if (thread.status === 'failed') return failed(thread.error, msg('The conversation could not be read.'), () => void this.reload(), this.#update);
    return html`
      ${this.#isOffline ? notices.offline() : nothing}
      ${thread.thread?.state === 'locked' ? notices.locked() : nothing}
      ${this.#store?.posts.items.length === 0 && !thread.later
        ? html`<slot name="empty">${notices.empty(this.kind)}</slot>`
        : nothing}
    `;
  }

  #renderWriting(thread: Ready): TemplateResult {
    const {me, status, error} = this.#me.value ?? {status: 'loading'};
    if (!me && status !== 'failed') return html``;
    if (!me) return failed(error, msg('You could not be signed in, so you can only read.'), () => void this.#clients.client?.refresh(), this.#update);
    if (!me.person) return html`<slot name="signed-out">${notices.forGuests()}</slot>`;
    // Whoever is writing when the thread is locked keeps that in sight.
    if (!this.renderRoot.querySelector<HTMLTextAreaElement>('#writing textarea')?.value && !this.#store?.may('post.create')) {
      return thread.thread?.state === 'locked' ? html`` : notices.forReading();
    }
    return html`
      <div class="writing" id="writing">
        <button class="write" part="write" @click=${() => this.write()}>${notices.invitation(thread.thread?.kind ?? this.kind, thread.thread !== null)}</button>
      </div>
    `;
  }

  /** Goes over to another conversation, or to none. */
  #follow(store: ThreadStore | undefined): void {
    this.#stopListening?.();
    this.#shown?.close();
    this.#shown = undefined;
    this.#owner = '';
    this.#acts.end();
    // Another page of the same conversation is searched on.
    const isElsewhere = store?.place.subject !== this.#store?.place.subject;
    if (isElsewhere) this.#search?.close();
    if (isElsewhere) this.#headed = undefined;
    this.#store = store;
    this.#stopListening = store?.posts.listen(patch => this.#onPatch(patch));
  }

  /** Shows the posts, and gets ready what comes after them. */
  #show(thread: Ready): void {
    const store = this.#store!;
    const client = this.#clients.client!;
    if (!this.#shown) {
      this.#shown = new ShownPosts(this, client, store, this.#sought, this.#posts, thread);
      this.#announcer.begin(client.serverNow());
      this.dispatchEvent(new ThreadLoadedEvent(thread.thread));
    }
    if (this.#owner !== client.owner) {
      this.#owner = client.owner;
      this.#acts.end();
      // What was typed before a reload stands in the composer again.
      whenIdle(() => void (this.#store === store && this.#owner === client.owner && hasDraft(client, store) && this.#try(acts => acts.reopen())));
    }
    this.#fetchAhead(thread);
    this.#acts.prepare(client, store);
    this.#shown.update(thread);
    const asked = this.#toWrite && this.#me.value?.status !== 'loading';
    this.#toWrite &&= !asked;
    if (asked && this.renderRoot.querySelector('#writing')) void this.write();
  }

  /** The posts after those on screen come when the browser is idle. */
  #fetchAhead({later, earlier, paging, error}: Ready): void {
    const end = this.#reading.from === 'end' ? earlier && 'earlier' : later && 'later';
    const store = this.#store;
    if (!end || paging || error || !store || store.posts.items.length >= this.fetchAhead) return;
    whenIdle(() => void (this.#store === store && store.more(end)));
  }

  #onPatch(patch: PostPatch): void {
    this.#announcer.hear(patch, this.#clients.client?.me?.person?.id);
    // The sentence for an empty conversation comes and goes with the first post.
    if (this.#store!.posts.items.length <= patch.added.length) this.requestUpdate();
  }

  #act(event: Event): void {
    const asked = actOf(event);
    if (asked?.act === 'fold') this.#shown?.fold(asked.post);
    else if (asked?.act === 'further') void this.#tryTo(() => this.#store?.moreReplies(asked.post));
    else if (asked) void this.#try(acts => acts.perform(asked));
  }

  /** Opens the field to look for words in the conversation, or closes it. */
  async #lookFor(): Promise<void> {
    const {ThreadSearch} = await import('./thread-search.ts');
    this.#search ??= new ThreadSearch(this.shadowRoot!, this.#clients.client!, () => this.#store, id => this.#sought.go(id));
    this.#search.toggle();
  }

  /** Does something; why it could not be done is said on screen. */
  async #try(act: (acts: ThreadActs) => Promise<void> | void): Promise<void> {
    await this.#tryTo(async () => act(await this.#acts.load(this.#clients.client!, this.#store!)));
  }

  async #tryTo(act: () => Promise<void> | undefined): Promise<void> {
    this.failure = undefined;
    await act()?.catch((error: unknown) => (this.failure = toSocialLearningError(error)));
  }

  readonly #fillAll = () => this.#shown?.fillAll();
  readonly #more = (end: 'earlier' | 'later') => void this.#store?.more(end);
  readonly #update = () => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-thread': ThreadElement;
  }
}
