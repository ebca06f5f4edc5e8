import {msg} from '@lit/localize';
import type {PropertyValues} from '@lit/reactive-element';
import {property} from '@lit/reactive-element/decorators.js';
import type {Client, MeState, PostOrder, Thread, ThreadKind, ThreadOptions, ThreadState, ThreadStore} from '@social-learning/sdk';
import {avatarStyles} from '../internal/avatar.styles.ts';
import {ClientController} from '../internal/client-controller.ts';
import {contentStyles} from '../internal/content.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {blockStyles, frameStyles} from '../internal/frame.styles.ts';
import {whenIdle} from '../internal/idle.ts';
import {NearController} from '../internal/near-controller.ts';
import {StoreController} from '../internal/store-controller.ts';
import {TurnElement} from '../internal/turn-element.ts';
import {postInAddress} from './permalink.ts';
import {postStyles} from './post.styles.ts';
import type {PostRenderers} from './renderers.ts';
import {ShownPosts, type Ready} from './shown-posts.ts';
import type {SeenThread, ThreadControls} from './thread-controls.ts';
import {ThreadLoadedEvent} from './thread.events.ts';
import {ThreadShell} from './thread-shell.ts';
import {styles} from './thread.styles.ts';

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
 * @cssstate attended - As soon as one can take part in it, shortly after it was read.
 */
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

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #thread = new StoreController<ThreadState>(this, differInCounts);
  readonly #me = new StoreController<MeState>(this);
  readonly #shell = new ThreadShell();
  #store: ThreadStore | undefined;
  #shown: ShownPosts | undefined;
  /** What the header tells of: while another order is read it stays, and the focus in it. */
  #headed: Ready | undefined;
  /** Whether somebody asked to write before they could. */
  #toWrite = false;
  #controls: ThreadControls | undefined;
  #coming: Promise<ThreadControls> | undefined;

  constructor() {
    super();
    this.#shell.posts.addEventListener('click', ({target}) => {
      if (this.#controls) this.#controls.act(target as Element);
      else void this.#control().then(controls => controls.act(target as Element), () => undefined);
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.#shell.section);
    return root;
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const place = {subject: this.#subject, ...(this.#clients.space !== undefined && {space: this.#clients.space})};
    const store = client && this.#near.wasNear ? client.thread(place, this.#reading) : undefined;
    if (store !== this.#store) this.#follow(store);
    this.#thread.store = store?.$state;
    this.#me.store = store && client?.$me;
  }

  protected override update(changes: PropertyValues): void {
    super.update(changes);
    const {value} = this.#thread;
    const ready = this.#ready;
    const {thread} = (this.#headed = ready ?? this.#headed) ?? {thread: null};
    this.#shell.drawHeader(this.heading ?? thread?.title ?? (this.kind === 'question' ? msg('Questions and answers') : msg('Conversation')), this.headingLevel, thread);
    const isBusy = value?.status === 'loading';
    // Why there is nothing is said by what is on its way.
    this.#shell.wait(isBusy || !(ready || (this.#controls && (value || this.#clients.missing))), isBusy);
    setStates(this.#internals, {
      loading: isBusy,
      failed: value?.status === 'failed',
      empty: ready !== undefined && this.#store?.posts.items.length === 0,
      locked: ready?.thread?.state === 'locked',
    });
    if (ready) this.#show(ready);
    this.#bringControls(ready);
    this.#controls?.update(this.#seen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(undefined);
  }

  /** Reads the conversation anew. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  /** Opens the composer and puts the cursor into it, as soon as the conversation is there. Does nothing for who may not write. */
  async write(): Promise<void> {
    this.#near.come();
    this.#toWrite = true;
    const controls = await this.#control().catch(() => undefined);
    await controls?.write();
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
    const around = this.#controls?.around;
    if (around !== undefined) return {around};
    return this.from === 'end' && this.order === 'oldest' ? {from: 'end'} : {order: this.order};
  }

  /** Goes over to another conversation, or to none. */
  #follow(store: ThreadStore | undefined): void {
    this.#shown?.close();
    this.#shown = undefined;
    if (store?.place.subject !== this.#store?.place.subject) this.#headed = undefined;
    this.#store = store;
  }

  #show(thread: Ready): void {
    if (!this.#shown) {
      this.#shown = new ShownPosts(this, this.#clients.client!, this.#store!, this.#shell.posts, thread);
      this.dispatchEvent(new ThreadLoadedEvent(thread.thread));
    }
    this.#shown.update(thread);
  }

  /** Has what stands around the posts come: when they are on screen, or at once where there is more to say or to do than to show them. */
  #bringControls(ready: Ready | undefined): void {
    if (this.#controls || this.#coming) return;
    const isPlain = ready?.thread?.state === 'open' && !ready.earlier && this.#store!.posts.items.length > 0;
    const load = () => void this.#control().catch(() => undefined);
    if (isPlain && postInAddress() === undefined) whenIdle(load, longest);
    else if (ready || this.#clients.missing || this.#thread.value?.status === 'failed') load();
  }

  /** What stands around the posts, and what is done with them. What did not arrive is asked for again. */
  #control(): Promise<ThreadControls> {
    return (this.#coming ??= import('./thread-controls.ts').then(
      ({ThreadControls}) => {
        this.#shell.lack(false);
        this.requestUpdate();
        return (this.#controls = new ThreadControls(this, this.#shell, this.#internals, this.#seen, this.#toWrite));
      },
      (error: unknown) => {
        this.#shell.lack(true);
        setTimeout(() => {
          this.#coming = undefined;
          this.requestUpdate();
        }, pause);
        throw error;
      },
    ));
  }

  /** What is known now, for what stands around the posts. */
  get #seen(): SeenThread {
    return {
      client: this.#clients.client, isMissing: this.#clients.missing, store: this.#store, state: this.#thread.value, me: this.#me.value, shown: this.#shown,
      headed: this.#headed,
    };
  }
}

/** Milliseconds for which what comes after the posts waits for the browser to be idle. */
const longest = 1_000;

/** Milliseconds after which what did not arrive is asked for again. */
const pause = 2_000;

/** What changes with every post. */
const counts = ['posts', 'lastActivityAt', 'version'];

/** Whether two states of a thread differ in no more than how many posts there are. To show that lays the page out anew, which need not be done for each. */
function differInCounts(value: ThreadState, before: ThreadState): boolean {
  const rest = (state: ThreadState) => JSON.stringify(state, (key, item: unknown) => (counts.includes(key) ? undefined : item));
  return value.status === 'ready' && rest(value) === rest(before);
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-thread': ThreadElement;
  }
}
