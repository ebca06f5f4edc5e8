import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type Connection, type Id, type MeState, type SocialLearningError} from '@social-learning/sdk';
import {kudosOf, type KudosState, type KudosStore, type KudosView} from '@social-learning/sdk/kudos';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {avatarStyles} from '../internal/avatar.styles.ts';
import {ClientController} from '../internal/client-controller.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {frameStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {NearController} from '../internal/near-controller.ts';
import {NewsAnnouncer} from '../internal/news-announcer.ts';
import {failed, withoutBackend} from '../internal/notices.ts';
import {redrawEvery} from '../internal/redraw.ts';
import {StoreController} from '../internal/store-controller.ts';
import {sayNumber} from '../internal/times.ts';
import {renderDelivery} from '../kudos/kudos-delivery.ts';
import {renderEntry} from '../kudos/kudos-entry.ts';
import {entryStyles} from '../kudos/kudos-entry.styles.ts';
import {reporterOf} from '../kudos/kudos-report.ts';
import {offline} from '../kudos/kudos-notices.ts';
import {styles} from './kudos-wall.styles.ts';

type Ready = Extract<KudosState, {status: 'ready'}>;

/**
 * The latest kudos of a space, as they are given: who thanked whom, and what for.
 * @summary A live wall of kudos.
 * @tag sl-kudos-wall
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @slot empty - Shown before the first kudos, instead of our invitation.
 *
 * @csspart wall - The whole wall.
 * @csspart heading - Its heading.
 * @csspart list - The list of kudos.
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
 *
 * @cssproperty [--social-kudos-column=18rem] - Width from which there is another column.
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-critical=#b3261e] - Colour of what went wrong.
 * @cssproperty [--social-radius=0.5rem] - Rounding of kudos, buttons and notices.
 * @cssproperty [--social-border=currentColor mixed] - Colour of lines.
 * @cssproperty [--social-surface=currentColor mixed] - Colour behind notices.
 *
 * @cssstate loading - While the kudos are on their way.
 * @cssstate failed - When they could not be read.
 * @cssstate empty - Before the first.
 */
export class KudosWallElement extends LitElement {
  static override styles = [frameStyles, controlStyles, avatarStyles, entryStyles, styles];

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** Words above the wall. Default: "Kudos". */
  @property() heading?: string;

  /** Level of that heading in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** How many kudos it shows before it is asked for more. */
  @property({type: Number}) shown = 6;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private status = '';
  @state() private further = 0;
  @state() private failure?: SocialLearningError;

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #kudos = new StoreController<KudosState>(this);
  readonly #me = new StoreController<MeState>(this);
  readonly #connection = new StoreController<Connection>(this);
  readonly #announcer = new NewsAnnouncer(
    text => (this.status = text), count => (count === 1 ? msg('1 new kudos.') : msg(str`${sayNumber(count)} new kudos.`)),
  );
  /** The latest that was on screen; what comes after it is news. */
  #latest: string | undefined;
  #store: KudosStore | undefined;
  #asked: Id | undefined;

  constructor() {
    super();
    redrawEvery(60_000, this);
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const space = this.#clients.space;
    const store = client && this.#near.wasNear ? kudosOf(client, space === undefined ? {} : {space}) : undefined;
    if (store !== this.#store) {
      this.#store = store;
      this.#latest = undefined;
      this.further = 0;
      this.#announcer.stop();
    }
    this.#kudos.store = store?.$state;
    this.#me.store = store && client?.$me;
    this.#connection.store = store && client?.feed.$connection;
  }

  protected override render(): TemplateResult {
    const kudos = this.#kudos.value;
    return html`
      <section class="wall" part="wall" aria-labelledby="heading" aria-busy=${kudos?.status === 'loading' ? 'true' : 'false'}>
        <div id="heading" class="heading" part="heading" role="heading" aria-level=${this.headingLevel} dir="auto">${this.heading ?? msg('Kudos')}</div>
        ${this.#connection.value === 'reconnecting' || !navigator.onLine ? offline() : nothing}
        ${this.#renderState(kudos)}
        ${this.failure ? html`<p class="error" role="alert">${failureWords(this.failure, this.#update)}</p>` : nothing}
        <p class="visually-hidden" role="status">${this.status}</p>
      </section>
    `;
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    const kudos = this.#kudos.value;
    setStates(this.#internals, {
      loading: kudos?.status === 'loading',
      failed: kudos?.status === 'failed',
      empty: kudos?.status === 'ready' && kudos.items.length === 0,
    });
    if (kudos?.status !== 'ready') return;
    this.#hear(kudos);
    this.#focusAsked(kudos);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
  }

  /** Reads the kudos anew. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  #renderState(kudos: KudosState | undefined): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    if (!kudos || kudos.status === 'loading') {
      return html`
        <p class="visually-hidden">${msg('The kudos are on their way.')}</p>
        <div class="entries skeleton" aria-hidden="true"><span></span><span></span><span></span></div>
      `;
    }
    if (kudos.status === 'failed') return failed(kudos.error, msg('The kudos could not be read.'), () => void this.reload(), this.#update);
    if (kudos.items.length === 0) {
      return html`<slot name="empty"><p class="empty">${msg('Nobody has been thanked here yet. Whoever helped you is glad to hear it.')}</p></slot>`;
    }
    return this.#renderKudos(kudos);
  }

  #renderKudos({items, more, paging, error}: Ready): TemplateResult {
    const now = this.#clients.client!.serverNow();
    const count = Math.max(this.shown + this.further, this.#inUse(items));
    return html`
      <ol class="entries" part="list">
        ${repeat(items.slice(0, count), ({kudos}) => kudos.id, view => renderEntry(view, {now, foot: this.#footOf}))}
      </ol>
      ${error ? html`<p class="error" role="alert">${failureWords(error, this.#update)}</p>` : nothing}
      ${more || items.length > count
        ? html`<button class="more" part="more" aria-disabled=${paging ? 'true' : 'false'} @click=${this.#more}>
            ${paging ? msg('More kudos are on their way…') : msg('Show more kudos')}
          </button>`
        : nothing}
    `;
  }

  /** As many as there must be, so that what arrives pushes out nothing on which the focus is or about which somebody writes. */
  #inUse(items: Ready['items']): number {
    const focused = this.shadowRoot!.activeElement;
    const held = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-id]')]
      .filter(entry => entry.contains(focused) || entry.querySelector('form')).map(({dataset}) => dataset['id']);
    return items.findLastIndex(({kudos}) => held.includes(kudos.id)) + 1;
  }

  readonly #footOf = (view: KudosView) => renderDelivery(view, {
    store: this.#store!,
    takeUp: ({pending}) => void (pending && this.#store?.discard(pending.id)),
    withdraw: ({kudos: {id}}) => void this.#store?.withdraw(id).then(
      () => (this.status = msg('Taken back.')), (error: unknown) => (this.failure = toSocialLearningError(error))),
    onWords: this.#update,
    report: this.#clients.client && reporterOf(this.#clients.client, this.#clients.space, text => (this.status = text)),
  });

  readonly #more = () => {
    const kudos = this.#kudos.value;
    if (kudos?.status !== 'ready' || kudos.paging) return;
    const last = kudos.items[this.shown + this.further - 1];
    this.#asked = last?.kudos.id;
    this.further += 12;
    if (kudos.more && kudos.items.length < this.shown + this.further) void this.#store?.more();
  };

  /** After the button was pressed, which may be gone: the focus goes on to the first that came. */
  #focusAsked({items, paging}: Ready): void {
    if (this.#asked === undefined || paging) return;
    const index = items.findIndex(({kudos}) => kudos.id === this.#asked);
    const next = items[index + 1];
    const node = next && this.renderRoot.querySelector<HTMLElement>(`[data-id="${next.kudos.id}"]`);
    if (!node) return;
    this.#asked = undefined;
    node.tabIndex = -1;
    node.focus();
  }

  /** Counts what came since the wall was last looked at. */
  #hear({items}: Ready): void {
    const given = items.filter(({pending}) => !pending);
    const before = this.#latest;
    this.#latest = given[0]?.kudos.at ?? '';
    if (before === undefined) return;
    const news = given.filter(({kudos, mine}) => !mine && kudos.at > before).length;
    if (news > 0) this.#announcer.hear(news);
  }

  readonly #update = () => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-kudos-wall': KudosWallElement;
  }
}
