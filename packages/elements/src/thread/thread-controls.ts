import {msg} from '@lit/localize';
import {
  toSocialLearningError, type Client, type Connection, type Id, type MeState, type PostPatch, type SocialLearningError, type ThreadState, type ThreadStore,
} from '@social-learning/sdk';
import {html, nothing, render, type ReactiveController, type TemplateResult} from 'lit';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {whenIdle} from '../internal/idle.ts';
import {currentLocale} from '../internal/locale.ts';
import {failed, withoutBackend} from '../internal/notices.ts';
import {StoreController} from '../internal/store-controller.ts';
import {ActsLoader} from './acts-loader.ts';
import {actOf} from './asked-act.ts';
import {hasDraft} from './draft-places.ts';
import {Folds} from './folds.ts';
import * as notices from './notices.ts';
import {OrderController, type OrderedElement} from './order-controller.ts';
import type {PinnedPosts} from './pinned-posts.ts';
import {PostAnnouncer} from './post-announcer.ts';
import {fillFoot} from './post-foot.ts';
import type {Ready, ShownPosts} from './shown-posts.ts';
import {PatchedSlabs} from './slab-changes.ts';
import {SoughtPost} from './sought-post.ts';
import type {ActingElement, ThreadActs} from './thread-acts.ts';
import {threadControlStyles} from './thread-controls.styles.ts';
import {headerButtons} from './thread-header.ts';
import type {ThreadSearch} from './thread-search.ts';
import type {ThreadShell} from './thread-shell.ts';

/** The element of a thread. */
interface Host extends ActingElement, OrderedElement {
  readonly fetchAhead: number;
  reload(): Promise<void>;
}

/** What the element of a thread knows. */
export interface SeenThread {
  readonly client: Client | undefined;
  /** Whether nothing names a backend. */
  readonly isMissing: boolean;
  readonly store: ThreadStore | undefined;
  readonly state: ThreadState | undefined;
  readonly me: MeState | undefined;
  /** The posts that are on screen. */
  readonly shown: ShownPosts | undefined;
  /** The state that the header tells of. */
  readonly headed: Ready | undefined;
}

/** What stands around the posts of a thread, and what is done with them. It comes when the posts are on screen: until then, nobody misses it. */
export class ThreadControls implements ReactiveController {
  readonly #host: Host;
  readonly #shell: ThreadShell;
  readonly #internals: ElementInternals;
  #seen: SeenThread;
  readonly #connection: StoreController<Connection>;
  readonly #sought: SoughtPost;
  readonly #announcer: PostAnnouncer;
  readonly #acts: ActsLoader;
  #store: ThreadStore | undefined;
  #shown: ShownPosts | undefined;
  #stopListening: (() => void) | undefined;
  /** Who is writing, as far as it is known. */
  #owner = '';
  /** Whether somebody asked to write before it was known who they are: later, they would be taken away from something else. */
  #toWrite = false;
  #failure: SocialLearningError | undefined;
  #search: ThreadSearch | undefined;
  #pinned: Promise<PinnedPosts> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  /** @param toWrite Whether somebody asked to write already. */
  constructor(host: Host, shell: ThreadShell, internals: ElementInternals, seen: SeenThread, toWrite: boolean) {
    this.#host = host;
    this.#shell = shell;
    this.#internals = internals;
    this.#seen = seen;
    this.#toWrite = toWrite;
    this.#connection = new StoreController(host);
    this.#sought = new SoughtPost(host);
    this.#announcer = new PostAnnouncer(shell.say);
    this.#acts = new ActsLoader(host, id => this.#seen.shown?.node(id), shell.say);
    new OrderController(host, this.#sought, () => this.#seen.headed?.thread?.kind ?? host.kind);
    // What one looks for in the page is among what was folded away.
    shell.posts.addEventListener('beforematch', event => this.#seen.shown?.reveal((event.target as HTMLElement).dataset['post']!));
    host.addController(this);
    this.update(seen);
  }

  /** The post to read around, where one is sought that was not read. */
  get around(): Id | undefined {
    return this.#sought.around;
  }

  hostConnected(): void {
    const {adoptedStyleSheets} = this.#host.shadowRoot!;
    for (const {styleSheet} of [controlStyles, threadControlStyles]) if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
    this.#clock = setInterval(() => this.#seen.shown?.refreshTimes(), 60_000);
    for (const type of ['online', 'offline']) addEventListener(type, this.#update);
    addEventListener('beforeprint', this.#fillAll);
  }

  /** Shows what is known now. */
  update(seen: SeenThread): void {
    this.#seen = seen;
    const {store, client, shown} = seen;
    if (store !== this.#store) this.#follow(store);
    this.#connection.store = store && client?.feed.$connection;
    setStates(this.#internals, {offline: this.#isOffline, attended: this.#knowsReader});
    shown?.follow(slabs => new PatchedSlabs(slabs));
    shown?.equip(fillFoot, find => new Folds(find), this.#knowsReader);
    this.#draw();
    if (this.#ready && shown && client && store) this.#attend(this.#ready, shown, client, store);
    this.#search?.render();
  }

  hostDisconnected(): void {
    clearInterval(this.#clock);
    for (const type of ['online', 'offline']) removeEventListener(type, this.#update);
    removeEventListener('beforeprint', this.#fillAll);
    this.#follow(undefined);
  }

  /** Opens the composer, as soon as it is known that one may write. */
  async write(): Promise<void> {
    this.#toWrite = !this.#writing;
    if (!this.#toWrite) await this.#try(acts => acts.open());
  }

  /** Does what a button of a post is for. */
  act(target: Element): void {
    const asked = actOf(target);
    if (asked?.act === 'fold') this.#seen.shown?.fold(asked.post);
    else if (asked?.act === 'further') void this.#tryTo(() => this.#store?.moreReplies(asked.post));
    else if (asked) void this.#try(acts => acts.perform(asked));
  }

  get #ready(): Ready | undefined {
    const {state} = this.#seen;
    return state?.status === 'ready' ? state : undefined;
  }

  /** Whether it is known what the reader may do. */
  get #knowsReader(): boolean {
    return (this.#ready?.attended ?? false) && this.#seen.me?.status !== 'loading';
  }

  get #isOffline(): boolean {
    return !navigator.onLine || this.#connection.value === 'reconnecting';
  }

  /** Where one writes. */
  get #writing(): Element | null {
    return this.#shell.section.querySelector('#writing');
  }

  #draw(): void {
    const {headed, store, client} = this.#seen;
    const {section, header, posts, status} = this.#shell;
    const ready = this.#ready;
    render(headerButtons({
      thread: headed?.thread ?? null, following: headed?.following ?? false,
      mayFollow: store?.may('thread.follow') ?? false, mayLock: store?.may('thread.lock') ?? false, maySearch: client?.can('posts.search') ?? false,
      search: () => void this.#tryTo(() => this.#lookFor()),
      follow: () => void this.#try(acts => acts.toggleFollow()),
      lock: () => void this.#try(acts => acts.toggleLock()),
    }), header);
    render(html`
      ${this.#sayState()}
      ${ready?.earlier ? notices.more('earlier', ready, this.#more, this.#update) : nothing}
      <div id="search"></div>
      <div id="pinned"></div>
    `, section, {renderBefore: posts});
    render(html`
      ${ready?.later ? notices.more('later', ready, this.#more, this.#update) : nothing}
      ${this.#failure ? notices.undone(this.#failure, this.#update) : nothing}
      <p class="quiet" id="presence" part="presence"></p>
      ${ready ? this.#inviteToWrite(ready) : nothing}
    `, section, {renderBefore: status});
  }

  #sayState(): TemplateResult | typeof nothing {
    const {isMissing, state, store} = this.#seen;
    if (isMissing) return withoutBackend();
    if (!state || state.status === 'loading') return nothing;
    if (state.status === 'failed') return failed(state.error, msg('The conversation could not be read.'), () => void this.#host.reload(), this.#update);
    return html`
      ${this.#isOffline ? notices.offline() : nothing}
      ${state.thread?.state === 'locked' ? notices.locked() : nothing}
      ${store?.posts.items.length === 0 && !state.later
        ? html`<slot name="empty">${notices.empty(this.#host.kind)}</slot>`
        : nothing}
    `;
  }

  #inviteToWrite(ready: Ready): TemplateResult | typeof nothing {
    const {me: state, store, client} = this.#seen;
    const {me, status, error} = state ?? {status: 'loading'};
    if ((!me && status !== 'failed') || !ready.attended) return nothing;
    if (!me) return failed(error, msg('You could not be signed in, so you can only read.'), () => void client?.refresh(), this.#update);
    if (!me.person) return html`<slot name="signed-out">${notices.forGuests()}</slot>`;
    // Whoever is writing when the thread is locked keeps that in sight.
    if (!this.#shell.section.querySelector<HTMLTextAreaElement>('#writing textarea')?.value && !store?.may('post.create')) {
      return ready.thread?.state === 'locked' ? nothing : notices.forReading();
    }
    return html`
      <div class="writing" id="writing">
        <button class="write" part="write" @click=${() => void this.write()}>${notices.invitation(ready.thread?.kind ?? this.#host.kind, ready.thread !== null)}</button>
      </div>
    `;
  }

  /** Goes over to another conversation, or to none. */
  #follow(store: ThreadStore | undefined): void {
    this.#stopListening?.();
    this.#owner = '';
    this.#acts.end();
    void this.#pinned?.then(pinned => pinned.close(), () => undefined);
    this.#pinned = undefined;
    // Another page of the same conversation is searched on.
    if (store?.place.subject !== this.#store?.place.subject) this.#search?.close();
    this.#store = store;
    this.#stopListening = store?.posts.listen(patch => this.#onPatch(patch));
  }

  /** Gets ready what comes after the posts. */
  #attend(ready: Ready, shown: ShownPosts, client: Client, store: ThreadStore): void {
    if (shown !== this.#shown) this.#announcer.begin(client.serverNow());
    this.#shown = shown;
    if (this.#owner !== client.owner) {
      this.#owner = client.owner;
      this.#acts.end();
      // What was typed before a reload stands in the composer again.
      whenIdle(() => void (this.#store === store && this.#owner === client.owner && hasDraft(client, store) && this.#try(acts => acts.reopen())));
    }
    this.#fetchAhead(ready, store);
    this.#acts.prepare(client, store);
    this.#sought.seek(client, ready, shown);
    if (ready.thread && (this.#pinned || ready.thread.pinned)) this.#showPinned(client, store, ready.thread.id, ready.thread.pinned ?? 0);
    const asked = this.#toWrite && this.#knowsReader;
    this.#toWrite &&= !asked;
    if (asked && this.#writing) void this.write();
  }

  #showPinned(client: Client, {posts}: ThreadStore, thread: Id, count: number): void {
    const place = this.#shell.section.querySelector<HTMLElement>('#pinned')!;
    this.#pinned ??= import('./pinned-posts.ts').then(({PinnedPosts}) => new PinnedPosts(place, client, thread, posts, post => this.#sought.go(post)));
    void this.#pinned.then(pinned => pinned.show(count, currentLocale()), () => (this.#pinned = undefined));
  }

  /** The posts after those on screen come when the browser is idle. */
  #fetchAhead({later, earlier, paging, error}: Ready, store: ThreadStore): void {
    const end = this.#host.from === 'end' && this.#host.order === 'oldest' && this.#sought.around === undefined ? earlier && 'earlier' : later && 'later';
    if (!end || paging || error || store.posts.items.length >= this.#host.fetchAhead) return;
    whenIdle(() => void (this.#store === store && store.more(end)));
  }

  #onPatch(patch: PostPatch): void {
    this.#announcer.hear(patch, this.#seen.client?.me?.person?.id);
    // The sentence for an empty conversation comes and goes with the first post.
    if (this.#store!.posts.items.length <= patch.added.length) this.#update();
  }

  /** Opens the field to look for words in the conversation, or closes it. */
  async #lookFor(): Promise<void> {
    const {ThreadSearch} = await import('./thread-search.ts');
    this.#search ??= new ThreadSearch(this.#host.shadowRoot!, this.#seen.client!, () => this.#store, id => this.#sought.go(id));
    this.#search.toggle();
  }

  /** Does something; why it could not be done is said on screen. */
  async #try(act: (acts: ThreadActs) => Promise<void> | void): Promise<void> {
    await this.#tryTo(async () => act(await this.#acts.load(this.#seen.client!, this.#store!)));
  }

  async #tryTo(act: () => Promise<void> | undefined): Promise<void> {
    if (this.#failure) this.#update();
    this.#failure = undefined;
    await act()?.catch((error: unknown) => (this.#failure = toSocialLearningError(error)));
    this.#update();
  }

  readonly #fillAll = () => this.#seen.shown?.fillAll();
  readonly #more = (end: 'earlier' | 'later') => void this.#store?.more(end);
  readonly #update = () => this.#host.requestUpdate();
}
