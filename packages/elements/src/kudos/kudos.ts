import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type Connection, type Id, type MeState, type SocialLearningError} from '@social-learning/sdk';
import {kudosOf, type KudosPlace, type KudosState, type KudosStore, type KudosView} from '@social-learning/sdk/kudos';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {avatarStyles} from '../internal/avatar.styles.ts';
import {ClientController} from '../internal/client-controller.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {frameStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {keepFocus} from '../internal/keep-focus.ts';
import {NearController} from '../internal/near-controller.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {StoreController} from '../internal/store-controller.ts';
import {sayNumber} from '../internal/times.ts';
import {renderDelivery} from './kudos-delivery.ts';
import type {KudosDialog} from './kudos-dialog.ts';
import {sayNames} from '../internal/names.ts';
import {avatar, renderEntry} from './kudos-entry.ts';
import {entryStyles} from './kudos-entry.styles.ts';
import {kudosIcon} from './kudos-icon.ts';
import {reporterOf} from './kudos-report.ts';
import {offline} from './kudos-notices.ts';
import {styles} from './kudos.styles.ts';

type Ready = Extract<KudosState, {status: 'ready'}>;

/** Kudos that a card shows before it is asked for more. */
const shownFirst = 3;

/**
 * Thanks where they are due: beside a person, a post or whatever a page is about. Shows how many kudos there are and from
 * whom, and lets one give some, in one's own words.
 *
 * What one may give has limits, so that it is worth something: each organisation sets how many people one may thank in a week
 * (default 10) and how often the same person (default 3 times in 30 days). Nobody thanks oneself; what a moderator removed is not
 * given back. Two people who in 90 days thanked each other at least 3 times each, and nobody else, are shown to the moderators of the
 * space, to look at.
 *
 * @summary Gives kudos to people, and shows those that were given.
 * @tag sl-kudos
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @slot signed-out - Shown to guests where others find the form.
 *
 * @event {KudosGiveEvent} sl-kudos-give - A person is about to give kudos; cancelable.
 * @event {KudosGivenEvent} sl-kudos-given - Kudos were kept and are on their way.
 *
 * @csspart open - The button that opens the form and the latest kudos.
 * @csspart count - How many there are.
 * @csspart card - The whole card.
 * @csspart heading - Its heading.
 * @csspart list - Its list of kudos.
 * @csspart kudos - One of them.
 * @csspart avatar - The picture of a person, or the initials.
 * @csspart who - Who thanked whom.
 * @csspart time - When.
 * @csspart message - What they said.
 * @csspart value - The value that they named.
 * @csspart about - The link to what it was for.
 * @csspart delivery - How far an act on its way has come.
 * @csspart action - A small button; it also has the part of its name (withdraw, retry, discard, report).
 * @csspart more - The button that shows more.
 * @csspart notice - A sentence about the state.
 * @csspart dialog - The window with the form.
 * @csspart form - The form.
 * @csspart field - The text field of the form.
 * @csspart send - The button that sends.
 *
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-critical=#b3261e] - Colour of what went wrong.
 * @cssproperty [--social-radius=0.5rem] - Rounding of fields, buttons and notices.
 * @cssproperty [--social-border=currentColor mixed] - Colour of lines.
 * @cssproperty [--social-surface=currentColor mixed] - Colour behind notices.
 * @cssproperty [--social-dialog=Canvas] - Colour of the window.
 * @cssproperty [--social-dialog-text=CanvasText] - Colour of its text.
 *
 * @cssstate loading - While the kudos are on their way.
 * @cssstate failed - When they could not be read.
 * @cssstate gone - When the post or the person is there no more; nothing is shown then.
 * @cssstate given - When one of the latest is one's own.
 */
export class KudosElement extends LitElement {
  static override styles = [frameStyles, controlStyles, avatarStyles, entryStyles, styles];

  /** The person whom the kudos are for: the id, or what the host calls them (the `sub` of their tokens). */
  @property() to?: string;

  /** The post that the kudos are for: `post:` and its id. */
  @property() for?: string;

  /** Key of the subject that the kudos are about. Default, without `to` and `for`: the canonical address of the page. */
  @property() subject?: string;

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** How much it shows: a `button` with words, an `icon` with a number, or a `card` with the latest kudos. */
  @property() variant: 'button' | 'icon' | 'card' = 'button';

  /** Level of the heading of the card in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Title of what is talked about, as the wall shows it. Default: the title of the page. */
  @property({attribute: 'subject-title'}) subjectTitle?: string;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private status = '';
  @state() private shown = shownFirst;
  @state() private failure?: SocialLearningError;

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #kudos = new StoreController<KudosState>(this);
  readonly #me = new StoreController<MeState>(this);
  readonly #connection = new StoreController<Connection>(this);
  readonly #sending = new Set<Id>();
  #store: KudosStore | undefined;
  #dialog: Promise<KudosDialog> | undefined;
  #opened: KudosDialog | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    keepFocus(this);
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const store = client && this.#near.wasNear ? kudosOf(client, this.#place) : undefined;
    if (store !== this.#store) this.#follow(store);
    this.#kudos.store = store?.$state;
    this.#me.store = store && client?.$me;
    this.#connection.store = store && client?.feed.$connection;
  }

  protected override render(): TemplateResult {
    const kudos = this.#kudos.value;
    return html`
      ${this.#renderState(kudos)}
      ${this.failure ? html`<p class="error" role="alert">${failureWords(this.failure, this.#update)}</p>` : nothing}
      <p class="visually-hidden" role="status">${this.status}</p>
    `;
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    const kudos = this.#kudos.value;
    setStates(this.#internals, {
      loading: kudos?.status === 'loading',
      failed: kudos?.status === 'failed' && !isGone(kudos),
      gone: isGone(kudos),
      given: kudos?.status === 'ready' && kudos.items.some(({mine}) => mine),
    });
    if (kudos?.status !== 'ready') return;
    if (this.#opened?.isOpen) this.#opened.render();
    this.#announce(kudos);
    this.#watchClock(kudos);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#follow(undefined);
  }

  /** Opens the form, with the latest kudos below it. */
  async open(): Promise<void> {
    this.failure = undefined;
    await this.#loadDialog().then(dialog => dialog.open()).catch((error: unknown) => (this.failure = toSocialLearningError(error)));
  }

  /** Reads the kudos anew. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  get #place(): KudosPlace {
    const space = this.#clients.space;
    const post = this.for?.match(/^post:(.+)$/)?.[1];
    const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.origin + location.pathname;
    return {
      ...(space !== undefined && {space}),
      ...(this.to ? {person: this.to} : post ? {post} : {subject: this.subject ?? canonical}),
    };
  }

  #renderState(kudos: KudosState | undefined): TemplateResult | typeof nothing {
    if (this.#clients.missing) return withoutBackend();
    if (isGone(kudos)) return nothing;
    if (kudos?.status === 'failed') return failed(kudos.error, msg('The kudos could not be read.'), () => void this.reload(), this.#update);
    if (this.variant === 'card') return this.#renderCard(kudos?.status === 'ready' ? kudos : undefined);
    return html`
      <div class="line">
        ${this.#renderButton(kudos?.status === 'ready' ? kudos : undefined)}
        ${kudos?.status === 'ready' ? this.#renderOwn(kudos) : nothing}
      </div>
    `;
  }

  #renderButton(kudos: Ready | undefined): TemplateResult {
    const words = this.#words(kudos);
    const count = kudos?.count ?? 0;
    const faces = kudos && this.variant === 'button' ? givers(kudos).map(person => avatar(person)) : [];
    return html`
      <button
        class="open ${this.variant}"
        part="open"
        aria-haspopup="dialog"
        aria-disabled=${kudos ? 'false' : 'true'}
        @click=${() => kudos && this.open()}
      >
        ${kudosIcon()}
        <span class=${this.variant === 'icon' ? 'visually-hidden' : 'words'}>${words}</span>
        ${faces.length > 0 ? html`<span class="faces" aria-hidden="true">${faces}</span>` : nothing}
        ${count > 0
          ? html`<span class="count" part="count" aria-hidden="true">${sayNumber(count)}</span><span class="visually-hidden">, ${this.#sayCount(count)}</span>`
          : nothing}
      </button>
    `;
  }

  #words(kudos: Ready | undefined): string {
    const name = nameOf(kudos);
    if (this.#store?.mayGive()) return name === undefined ? msg('Thank somebody') : msg(str`Thank ${name}`);
    return name === undefined ? msg('Kudos') : msg(str`Kudos for ${name}`);
  }

  #sayCount(count: number): string {
    return count === 1 ? msg('1 kudos') : msg(str`${sayNumber(count)} kudos`);
  }

  #renderCard(kudos: Ready | undefined): TemplateResult {
    const name = nameOf(kudos);
    const now = this.#clients.client?.serverNow() ?? 0;
    const entries = kudos?.items.slice(0, this.shown).map(view => renderEntry(view, {now, foot: this.#footOf}));
    const more = kudos && (kudos.more || kudos.items.length > this.shown);
    return html`
      <section class="card" part="card" aria-labelledby="heading" aria-busy=${kudos ? 'false' : 'true'}>
        <header class="card-head">
          <div id="heading" class="heading" part="heading" role="heading" aria-level=${this.headingLevel} dir="auto">
            ${name === undefined ? msg('Kudos') : msg(str`Kudos for ${name}`)}
          </div>
          ${kudos?.count ? html`<p class="quiet" part="count">${this.#sayCount(kudos.count)}</p>` : nothing}
        </header>
        ${this.#connection.value === 'reconnecting' ? offline() : nothing}
        ${kudos ? nothing : onItsWay(msg('The kudos are on their way.'))}
        ${entries?.length === 0 ? html`<p class="quiet empty">${msg('No kudos yet. Whoever helped you is glad to hear it.')}</p>` : nothing}
        ${entries && entries.length > 0 ? html`<ol class="entries" part="list">${entries}</ol>` : nothing}
        ${kudos?.error ? html`<p class="error" role="alert">${failureWords(kudos.error, this.#update)}</p>` : nothing}
        <div class="card-foot">
          ${kudos && (this.#store?.mayGive() || !this.#me.value?.me?.person)
            ? html`<button class="send" part="open" aria-haspopup="dialog" @click=${() => this.open()}>${kudosIcon()}${this.#words(kudos)}</button>`
            : nothing}
          ${more
            ? html`<button class="more" part="more" aria-disabled=${kudos.paging ? 'true' : 'false'} @click=${this.#more}>${msg('Show more')}</button>`
            : nothing}
        </div>
      </section>
    `;
  }

  /** Beside a button: what one has just given, and what is on its way. */
  #renderOwn(kudos: Ready): TemplateResult | typeof nothing {
    const own = kudos.items.filter(view => view.mine && (view.pending !== undefined || this.#store!.withdrawable(view.kudos) > 0));
    const lines = own.map(view => html`
      <div class="own">
        <span class="quiet">${view.pending ? nothing : msg(str`You thanked ${sayNames(view.kudos.to)}.`)}</span>
        ${this.#footOf(view)}
      </div>`);
    return lines.length > 0 ? html`${lines}` : nothing;
  }

  readonly #footOf = (view: KudosView) => renderDelivery(view, {
    store: this.#store!,
    takeUp: taken => void this.#takeUp(taken),
    withdraw: ({kudos: {id}}) => void this.#store?.withdraw(id).then(() => (this.status = msg('Taken back.')), this.#fail),
    onWords: this.#update,
    report: this.#clients.client && reporterOf(this.#clients.client, this.#clients.space, text => (this.status = text)),
  });

  readonly #more = () => {
    this.shown += 10;
    const kudos = this.#kudos.value;
    if (kudos?.status === 'ready' && kudos.items.length < this.shown) void this.#store?.more();
  };

  async #takeUp(view: KudosView): Promise<void> {
    if (view.pending?.name === 'kudos.give') {
      await this.#loadDialog().then(dialog => dialog.takeUp(view, view.kudos.to)).catch(this.#fail);
    } else if (view.pending) await this.#store?.discard(view.pending.id);
  }

  /** Says once that what one gave has arrived. */
  #announce({items}: Ready): void {
    for (const {kudos: {id, version}, pending} of items) {
      if (pending?.name === 'kudos.give') this.#sending.add(id);
      else if (version > 0 && this.#sending.delete(id)) this.status = msg('Kudos given.');
    }
  }

  /** Draws it again when the time to take something back is over. */
  #watchClock({items}: Ready): void {
    clearTimeout(this.#timer);
    const left = items.map(({kudos}) => this.#store!.withdrawable(kudos)).filter(time => time > 0);
    if (left.length > 0) this.#timer = setTimeout(this.#update, Math.min(...left) + 50);
  }

  /** Goes over to the kudos of another place, or to none. */
  #follow(store: KudosStore | undefined): void {
    void this.#dialog?.then(dialog => dialog.remove(), () => undefined);
    this.#dialog = this.#opened = undefined;
    this.#sending.clear();
    this.shown = shownFirst;
    this.#store = store;
  }

  async #loadDialog(): Promise<KudosDialog> {
    const store = this.#store!;
    const client = this.#clients.client!;
    this.#dialog ??= import('./kudos-dialog.ts').then(({KudosDialog}) => new KudosDialog(this, client, store, this.#footOf));
    this.#dialog.catch(() => (this.#dialog = undefined));
    return (this.#opened = await this.#dialog);
  }

  readonly #fail = (error: unknown) => (this.failure = toSocialLearningError(error));

  readonly #update = () => this.requestUpdate();
}

function isGone(kudos: KudosState | undefined): boolean {
  return kudos?.status === 'failed' && kudos.error.code === 'gone';
}

/** The name of whom the kudos are for, where it is one person. */
function nameOf(kudos: Ready | undefined): string | undefined {
  if (kudos?.about?.type === 'person') return kudos.about.person.name;
  return kudos?.about?.type === 'post' ? kudos.about.author?.name : undefined;
}

/** Those who gave last, each once. */
function givers({items}: Ready): Ready['items'][number]['kudos']['from'][] {
  const byId = new Map(items.filter(({kudos}) => kudos.from !== null).map(({kudos: {from}}) => [from!.id, from]));
  return [...byId.values()].slice(0, 3);
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-kudos': KudosElement;
  }
}
