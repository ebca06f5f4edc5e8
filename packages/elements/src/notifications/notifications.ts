import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type SocialLearningError} from '@social-learning/sdk';
import {notificationKinds, notificationsOf, type Notification, type NotificationKind, type NotificationsState, type NotificationsStore} from '@social-learning/sdk/notifications';
import {html, LitElement, nothing, svg, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {avatarStyles} from '../internal/avatar.styles.ts';
import {nobody} from '../internal/avatar.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {renderAvatar} from '../internal/render-avatar.ts';
import {ClientController} from '../internal/client-controller.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {drawIcon} from '../internal/icons.ts';
import {frameStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {keepFocus} from '../internal/keep-focus.ts';
import {failed, withoutBackend} from '../internal/notices.ts';
import {StoreController} from '../internal/store-controller.ts';
import {permalinkHash} from '../internal/permalink-hash.ts';
import {sayExactTime, sayNumber, sayTime} from '../internal/times.ts';
import {sayKind, sayNotification} from './notification-words.ts';
import {NotificationOpenEvent} from './notifications.events.ts';
import {notificationsStyles} from './notifications.styles.ts';

/** Outline of what stands for those who look after a space. */
const shield = 'M8 2 3.2 3.8v3.9c0 3 2 5.2 4.8 6.3 2.8-1.1 4.8-3.3 4.8-6.3V3.8Z';

type Ready = Extract<NotificationsState, {status: 'ready'}>;

/** The most that the badge counts. */
const mostShown = 99;

/**
 * A bell that says how much is new for the reader, and opens to what it is: replies, answers, thanks, and news of mentoring.
 * What is read in one tab is read in all.
 *
 * @summary What is new for the reader, behind a bell.
 * @tag sl-notifications
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @event {NotificationOpenEvent} sl-notification-open - A notification was chosen; cancelable.
 *
 * @csspart bell - The button.
 * @csspart badge - The number of unread ones on it.
 * @csspart panel - What it opens.
 * @csspart item - One notification.
 * @csspart avatar - The picture of who it is from, or the initials.
 * @csspart action - A button in the panel.
 * @csspart notice - A sentence about its state.
 *
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on, and behind what is unread.
 * @cssproperty [--social-critical=#b3261e] - Colour of the badge.
 * @cssproperty [--social-radius=0.5rem] - Rounding.
 *
 * @cssstate unread - While something is unread.
 * @cssstate open - While the panel is open.
 */
export class NotificationsElement extends LitElement {
  static override styles = [frameStyles, controlStyles, avatarStyles, notificationsStyles];

  /** Level of the panel's heading in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private opened = false;
  @state() private failure?: SocialLearningError;

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #notifications = new StoreController<NotificationsState>(this);
  #store: NotificationsStore | undefined;

  constructor() {
    super();
    keepFocus(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#onOutside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#onOutside);
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    this.#store = client && notificationsOf(client);
    this.#notifications.store = this.#store?.$state;
  }

  protected override render(): TemplateResult {
    const value = this.#notifications.value;
    const unread = value?.status === 'ready' ? value.unread : 0;
    return html`
      <button class="bell" part="bell" aria-expanded=${this.opened ? 'true' : 'false'} aria-controls="panel"
        aria-label=${unread === 0 ? msg('Notifications') : unread === 1 ? msg('Notifications, 1 unread') : msg(str`Notifications, ${sayNumber(unread)} unread`)}
        @click=${() => this.#toggle()}>
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d="M8 2a4 4 0 0 0-4 4v2.6L2.8 11h10.4L12 8.6V6a4 4 0 0 0-4-4ZM6.6 13a1.5 1.5 0 0 0 2.8 0" />`}</svg>
        ${unread > 0 ? html`<span class="badge" part="badge" aria-hidden="true">${unread > mostShown ? `${sayNumber(mostShown)}+` : sayNumber(unread)}</span>` : nothing}
      </button>
      <div class="panel" id="panel" part="panel" role="region" aria-label=${msg('Notifications')} tabindex="-1" ?hidden=${!this.opened} @keydown=${this.#onKey}>
        ${this.opened ? this.#renderPanel(value) : nothing}
      </div>
    `;
  }

  protected override updated(): void {
    const value = this.#notifications.value;
    setStates(this.#internals, {unread: value?.status === 'ready' && value.unread > 0, open: this.opened});
  }

  /** Opens the panel. */
  async show(): Promise<void> {
    this.opened = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.panel')!.focus();
  }

  /** Closes the panel. */
  hide(): void {
    this.opened = false;
  }

  #renderPanel(value: NotificationsState | undefined): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    if (!value || value.status === 'loading') return html`<p class="quiet">${msg('Looking…')}</p>`;
    if (value.status === 'failed') {
      if (value.error.code === 'unauthenticated') return html`<p class="notice" part="notice">${msg('Sign in on this page to see what is new for you.')}</p>`;
      return failed(value.error, msg('This could not be read.'), () => this.#store?.reload(), this.#update);
    }
    return this.#renderList(value);
  }

  #renderList({items, unread, more, off}: Ready): TemplateResult {
    const listed = items.map(item => html`<li>${this.#renderItem(item)}</li>`);
    const choices = notificationKinds.map(kind => html`
      <label class="choice"><input type="checkbox" .checked=${!off.includes(kind)} @change=${this.#choose(kind)} /> ${sayKind(kind)}</label>`);
    return html`
      <div class="panel-head">
        <div class="heading" role="heading" aria-level=${this.headingLevel}>${msg('Notifications')}</div>
        ${unread > 0 ? html`<button class="action" part="action" @click=${() => this.#do(store => store.readAll())}>${msg('Mark all as read')}</button>` : nothing}
      </div>
      ${this.failure ? html`<p class="error" role="alert">${failureWords(this.failure, this.#update)}</p>` : nothing}
      ${items.length === 0 ? html`<p class="quiet">${msg('Nothing new. When somebody replies, thanks you or asks you, it stands here.')}</p>` : html`<ul class="list">${listed}</ul>`}
      ${more ? html`<button class="more" part="action" @click=${() => this.#do(store => store.more())}>${msg('Show earlier ones')}</button>` : nothing}
      <details class="choices"><summary>${msg('What I want to hear of')}</summary>${choices}</details>
    `;
  }

  #renderItem(item: Notification): TemplateResult {
    const {kind, from, subject, text, decision, at, read} = item;
    const byModerators = kind === 'decision' || kind === 'report';
    const now = this.#clients.client?.serverNow() ?? Date.now();
    const words = html`
      ${byModerators
        ? html`<span class="avatar office" part="avatar" aria-hidden="true">${drawIcon(shield)}</span>`
        : renderAvatar(from ?? nobody('?'))}
      <span>
        ${read ? nothing : html`<span class="visually-hidden">${msg('Unread:')}</span>`}
        <span class="what" dir="auto">${sayNotification(item)}</span>
        ${decision?.sentence ? html`<br /><span class="text" dir="auto">${msg(str`The rule: “${decision.sentence}”`)}</span>` : nothing}
        ${decision?.reason ? html`<br /><span class="text" dir="auto">${decision.reason}</span>` : nothing}
        ${text ? html`<br /><span class="text" dir="auto">${text}</span>` : nothing}
        ${subject?.title ? html`<br /><span class="where" dir="auto">${subject.title}</span>` : nothing}
        <br /><time class="where" datetime=${at} title=${sayExactTime(at)}>${sayTime(at, now)}</time>
      </span>
    `;
    const url = addressOf(item);
    return url && /^https?:/.test(url)
      ? html`<a class="item ${read ? '' : 'unread'}" part="item" href=${url} @click=${(event: Event) => this.#open(event, item)}>${words}</a>`
      : html`<div class="item ${read ? '' : 'unread'}" part="item">${words}</div>`;
  }

  #open(event: Event, item: Notification): void {
    if (!this.dispatchEvent(new NotificationOpenEvent(item))) event.preventDefault();
    this.hide();
  }

  #toggle(): void {
    if (this.opened) this.hide();
    else void this.show();
  }

  #choose(kind: NotificationKind): (event: Event) => void {
    return event => this.#do(store => store.choose(kind, (event.target as HTMLInputElement).checked));
  }

  #do(act: (store: NotificationsStore) => Promise<void>): void {
    this.failure = undefined;
    if (this.#store) act(this.#store).catch((cause: unknown) => (this.failure = toSocialLearningError(cause)));
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.hide();
    this.renderRoot.querySelector<HTMLElement>('.bell')!.focus();
  };

  readonly #onOutside = (event: Event) => {
    if (this.opened && !event.composedPath().includes(this)) this.hide();
  };

  readonly #update = () => this.requestUpdate();
}

/** Where a notification leads: to the page that it is about, and there to the post. */
function addressOf({subject, post}: Notification): string | undefined {
  const url = subject?.url;
  return url && post !== null && !url.includes('#') ? url + permalinkHash(post) : url ?? undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-notifications': NotificationsElement;
  }
}
