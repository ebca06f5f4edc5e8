import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type SocialLearningError} from '@social-learning/sdk';
import {
  contentItemOf, contentOf, type ContentItem, type ContentItemState, type ContentItemStore, type ContentListState, type ContentListStore,
} from '@social-learning/sdk/content';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {ClientController} from '../internal/client-controller.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {formStyles} from '../internal/form.styles.ts';
import {frameStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {itemFormStyles} from '../internal/item-form.styles.ts';
import {NearController} from '../internal/near-controller.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {StoreController} from '../internal/store-controller.ts';
import {renderCard, renderSkills} from './content-card.ts';
import type {ContentEditor} from './content-editor.ts';
import {renderMedia, type ShownMedia} from './content-media.ts';
import {isBeingEdited} from './content-place.ts';
import {sayAuthor, sayKind, sayState} from './content-words.ts';
import {ContentOpenEvent} from './content.events.ts';
import {styles} from './content.styles.ts';

type ReadyItem = Extract<ContentItemState, {status: 'ready'}>;
type ReadyList = Extract<ContentListState, {status: 'ready'}>;

/**
 * What people share: one item with its player and the conversation about it, or a list of cards of what is shared in a space or
 * on a subject.
 *
 * @summary Plays what was shared, or lists it.
 * @tag sl-content
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @slot empty - Shown while nothing is shared, instead of our sentence.
 * @slot conversation - The conversation about one item; the element fills it by itself.
 *
 * @csspart content - The whole element.
 * @csspart heading - The heading of a list, or the title of an item.
 * @csspart list - The list.
 * @csspart card - An item in it.
 * @csspart open - The button that opens it.
 * @csspart badge - The state of an item that is not published.
 * @csspart skills - The skills of an item.
 * @csspart media - The player or the picture.
 * @csspart speed - The choice of speed.
 * @csspart download - The link to a document.
 * @csspart link - The link that was shared.
 * @csspart form - The form in which its author says anew what it is.
 * @csspart field - A field of it.
 * @csspart action - A small button; it also has the part of its name (edit, publish, archive, remove, report, back, save, cancel).
 * @csspart more - The button that shows more.
 * @csspart notice - A sentence about the state.
 *
 * @cssproperty [--social-content-column=20rem] - Width from which there is another column of cards.
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-critical=#b3261e] - Colour of what went wrong.
 * @cssproperty [--social-radius=0.5rem] - Rounding of cards, buttons and notices.
 * @cssproperty [--social-border=currentColor mixed] - Colour of lines.
 *
 * @fires {ContentOpenEvent} sl-content-open - An item of a list is about to be opened; cancel it to open it elsewhere.
 *
 * @cssstate loading - While it is on its way.
 * @cssstate failed - When it could not be read.
 * @cssstate empty - While nothing is shared.
 */
export class ContentElement extends LitElement {
  static override styles = [frameStyles, controlStyles, formStyles, itemFormStyles, styles];

  /** Id of the one item to show. Without it a list is shown. */
  @property() item?: string;

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** Key of the subject whose items are listed. Default: all of the space. */
  @property() subject?: string;

  /** Whether the reader's own items are listed, drafts included. */
  @property({type: Boolean}) own = false;

  /** Whether a conversation stands below an item: `on` or `off`. */
  @property() conversation: 'on' | 'off' = 'on';

  /** Words above a list. Default: "Shared here". */
  @property() heading?: string;

  /** Level of that heading in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private opened?: string;
  @state() private failure?: SocialLearningError;
  @state() private status = '';
  @state() private removing = false;
  @state() private editor?: ContentEditor;
  @state() private speed = 1;

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #list = new StoreController<ContentListState>(this);
  readonly #item = new StoreController<ContentItemState>(this);
  #lists: ContentListStore | undefined;
  #items: ContentItemStore | undefined;
  #shown: (ShownMedia & {readonly item: string}) | undefined;
  #resumeAt: number | undefined;
  #triedAt: string | undefined;
  #thread: HTMLElement | undefined;

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('item') || changes.has('space') || changes.has('subject')) this.opened = undefined;
    const client = this.#near.wasNear ? this.#clients.client : undefined;
    const id = this.item ?? this.opened;
    const items = client && id !== undefined ? contentItemOf(client, id) : undefined;
    if (items !== this.#items) {
      this.editor = undefined;
      this.removing = false;
    }
    this.#items = items;
    this.#item.store = this.#items?.$state;
    const space = this.#clients.space;
    this.#lists = client && id === undefined
      ? contentOf(client, {...(space !== undefined && {space}), ...(this.subject !== undefined && {subject: this.subject}), own: this.own}) : undefined;
    this.#list.store = this.#lists?.$state;
    const found = this.#item.value;
    if (found?.status !== 'ready' || !found.media) return;
    // While it plays it must not be loaded anew because somebody edited its title.
    const captions = found.captions.map(caption => caption.id).join();
    if (this.#shown?.media.id !== found.media.id || this.#shown.captions.map(caption => caption.id).join() !== captions) {
      this.#shown = {item: found.item.id, media: found.media, captions: found.captions};
    }
  }

  protected override render(): TemplateResult {
    const found = this.#items ? this.#item.value : this.#list.value;
    const isBusy = found === undefined || found.status === 'loading';
    return html`
      <section class="content" part="content" aria-labelledby="heading" aria-busy=${isBusy ? 'true' : 'false'}>
        ${this.opened === undefined ? nothing : html`<p><button class="action" part="action back" @click=${this.#back}>${msg('Back to the list')}</button></p>`}
        <div id="heading" class="heading" part="heading" role="heading" aria-level=${this.headingLevel} tabindex="-1" dir="auto">${this.#title}</div>
        ${this.#renderState(isBusy)}
        ${this.failure ? html`<p class="error" role="alert">${failureWords(this.failure, this.#update)}</p>` : nothing}
        <slot name="conversation"></slot>
        <p class="visually-hidden" role="status">${this.status}</p>
      </section>
    `;
  }

  protected override updated(): void {
    const found = this.#items ? this.#item.value : this.#list.value;
    setStates(this.#internals, {
      loading: found?.status === 'loading',
      failed: found?.status === 'failed',
      empty: found?.status === 'ready' && 'items' in found && found.items.length === 0,
    });
    this.#placeConversation();
  }

  /** Reads it anew. */
  async reload(): Promise<void> {
    await (this.#items ?? this.#lists)?.reload();
  }

  get #title(): string {
    const found = this.#item.value;
    if (this.#items) return found?.status === 'ready' ? (found.item.title ?? '') : msg('Shared');
    return this.heading ?? (this.own ? msg('What I share') : msg('Shared here'));
  }

  #renderState(isBusy: boolean): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    if (isBusy) return onItsWay(msg('This is on its way.'));
    const found = (this.#items ? this.#item.value : this.#list.value)!;
    if (found.status === 'failed') return this.#renderFailure(found.error);
    return 'item' in found ? this.#renderItem(found) : this.#renderList(found as ReadyList);
  }

  #renderFailure(error: SocialLearningError): TemplateResult {
    if (error.code === 'gone') return html`<p class="notice" part="notice">${msg('This is no longer shared.')}</p>`;
    if (error.code === 'unauthenticated') return html`<p class="notice" part="notice">${msg('Sign in on this page to see this.')}</p>`;
    return failed(error, msg('This could not be read.'), () => this.reload(), this.#update);
  }

  #renderList({items, more, paging, error}: ReadyList): TemplateResult {
    if (items.length === 0) return html`<slot name="empty"><p class="quiet">${msg('Nothing is shared here yet.')}</p></slot>`;
    const now = this.#clients.client!.serverNow();
    return html`
      <ul class="cards" part="list">${repeat(items, ({id}) => id, item => renderCard(item, {now, headingLevel: this.headingLevel, open: this.#open}))}</ul>
      ${error ? html`<p class="error" role="alert">${failureWords(error, this.#update)}</p>` : nothing}
      ${more ? html`<button class="more" part="more" aria-disabled=${paging ? 'true' : 'false'} @click=${() => this.#lists?.more()}>${msg('Show more')}</button>` : nothing}
    `;
  }

  #renderItem(found: ReadyItem): TemplateResult {
    const {item, error} = found;
    const shown = this.#shown?.item === item.id ? this.#shown : undefined;
    return html`
      <p class="quiet">${sayKind(item.kind)} · <bdi>${sayAuthor(item.author?.name)}</bdi> ${item.state === 'published' ? nothing : html`<span class="badge" part="badge">${sayState(item.state)}</span>`}</p>
      <div>${renderMedia(found, shown, {speed: this.speed, setSpeed: this.#setSpeed, onError: this.#onMediaError, onReady: this.#onMediaReady})}</div>
      ${this.editor ? this.editor.render() : html`
        ${item.description ? html`<p class="description" dir="auto">${item.description}</p>` : nothing}
        ${renderSkills(item)}`}
      ${error ? html`<p class="error" role="alert">${failureWords(error, this.#update)}</p>` : nothing}
      ${this.editor ? nothing : this.#renderActions(item)}
      <div class="concerns"></div>
    `;
  }

  #renderActions({id, state: now, title}: ContentItem): TemplateResult | typeof nothing {
    const items = this.#items!;
    const mayEdit = items.may('content.edit');
    const mayPublish = (now === 'draft' || now === 'archived') && items.may('content.publish');
    const mayArchive = (now === 'published' || now === 'pending') && items.may('content.archive');
    const mayRemove = items.may('content.remove');
    const mayReport = items.mayReport();
    if (!mayEdit && !mayPublish && !mayArchive && !mayRemove && !mayReport) return nothing;
    if (this.removing) {
      return html`
        <div class="notice critical" part="notice" role="group" aria-labelledby="removing">
          <p id="removing">${msg(str`Remove “${title}” with its file for good?`)}</p>
          <button class="action" part="action" data-remove @click=${() => this.#do(store => store.remove(), msg('It was removed.'))}>${msg('Remove for good')}</button>
          <button class="action" part="action" @click=${() => (this.removing = false)}>${msg('Keep it')}</button>
        </div>`;
    }
    return html`
      <div class="foot">
        ${mayEdit ? html`<button class="action" part="action edit" @click=${this.#edit}>${isBeingEdited(this.#clients.client!, id) ? msg('Go on editing') : msg('Edit')}</button>` : nothing}
        ${mayPublish ? html`<button class="action" part="action publish" @click=${() => this.#do(store => store.publish(), msg('It is published, or waits for a moderator.'))}>${msg('Publish')}</button>` : nothing}
        ${mayArchive ? html`<button class="action" part="action archive" @click=${() => this.#do(store => store.archive(), msg('It was archived.'))}>${msg('Archive')}</button>` : nothing}
        ${mayRemove ? html`<button class="action" part="action remove" @click=${this.#askToRemove}>${msg('Remove')}</button>` : nothing}
        ${mayReport ? html`<button class="action" part="action report" aria-label=${sayReport(title)} @click=${this.#report}>${msg('Report')}</button>` : nothing}
      </div>
    `;
  }

  /** The conversation is a thread of the page, so that the loader finds it; only where it is about something published. */
  #placeConversation(): void {
    const found = this.#items && this.#item.value;
    const isWanted = this.conversation !== 'off' && found?.status === 'ready' && found.item.state === 'published';
    const subject = isWanted ? `content/${found.item.id}` : undefined;
    if (subject === undefined || this.#thread?.getAttribute('subject') !== subject) {
      this.#thread?.remove();
      this.#thread = undefined;
    }
    if (!isWanted || this.#thread) return;
    const tag = this.localName.replace(/content$/, 'thread');
    const thread: HTMLElement & {client?: Client} = document.createElement(tag);
    thread.slot = 'conversation';
    thread.setAttribute('subject', subject!);
    thread.setAttribute('space', found.space.slug);
    thread.setAttribute('heading-level', String(Math.min(6, this.headingLevel + 1)));
    if (this.client) thread.client = this.client;
    this.#thread = thread;
    this.append(thread);
  }

  readonly #open = (item: ContentItem) => {
    if (!this.dispatchEvent(new ContentOpenEvent(item))) return;
    this.opened = item.id;
    void this.#focusHeading();
  };

  readonly #back = () => {
    const id = this.opened;
    this.opened = undefined;
    void this.updateComplete.then(() => {
      const card = this.renderRoot.querySelector<HTMLElement>(`.card[data-id="${id}"] .open`);
      if (card) card.focus();
      else void this.#focusHeading();
    });
  };

  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
  }

  readonly #edit = async () => {
    const {ContentEditor} = await import('./content-editor.ts');
    const found = this.#item.value;
    if (!this.#items || found?.status !== 'ready') return;
    this.editor = new ContentEditor(this, this.#clients.client!, this.#items, found, saved => {
      this.editor = undefined;
      if (saved) this.status = msg('It was saved.');
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[part~="edit"]')?.focus());
    });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.about .field')?.focus();
  };

  readonly #report = async (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    const found = this.#item.value;
    if (found?.status !== 'ready') return;
    const {openReport} = await import('../internal/report.ts');
    openReport({
      client: this.#clients.client!, space: found.space.slug, target: {type: 'content', id: found.item.id}, heading: sayReport(found.item.title),
      below: this.renderRoot.querySelector<HTMLElement>('.concerns')!, button, say: text => (this.status = text),
    });
  };

  readonly #askToRemove = () => {
    this.removing = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-remove]')?.focus());
  };

  async #do(act: (store: ContentItemStore) => Promise<unknown>, done: string): Promise<void> {
    this.failure = undefined;
    const wasRemoving = this.removing;
    try {
      await act(this.#items!);
      this.status = done;
      await this.#focusHeading();
    } catch (cause) {
      this.failure = toSocialLearningError(cause);
    } finally {
      if (wasRemoving) this.removing = false;
    }
  }

  readonly #setSpeed = (speed: number) => {
    this.speed = speed;
    const player = this.renderRoot.querySelector<HTMLMediaElement>('.player');
    if (player) player.playbackRate = speed;
  };

  /** The address may have run out: another is asked for, once, and it goes on where it was. */
  readonly #onMediaError = (event: Event) => {
    const url = this.#shown?.media.url;
    if (url === undefined || this.#triedAt === url) return;
    this.#resumeAt = (event.target as Partial<HTMLMediaElement>).currentTime;
    void this.#items?.reload().then(() => {
      this.#shown = undefined;
      this.requestUpdate();
      void this.updateComplete.then(() => (this.#triedAt = this.#shown?.media.url));
    });
  };

  readonly #onMediaReady = (event: Event) => {
    const player = event.target as HTMLMediaElement;
    player.playbackRate = this.speed;
    this.#triedAt = undefined;
    if (!this.#resumeAt) return;
    player.currentTime = this.#resumeAt;
    this.#resumeAt = undefined;
    void player.play().catch(() => undefined);
  };

  readonly #update = () => this.requestUpdate();
}

const sayReport = (title: string | null): string => msg(str`Report “${title ?? ''}”`);

declare global {
  interface HTMLElementTagNameMap {
    'sl-content': ContentElement;
  }
}
