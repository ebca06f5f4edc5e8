import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type MeState, type SocialLearningError} from '@social-learning/sdk';
import {
  createModeration, needsReason, type AuditEntry, type Case, type DecisionAction, type KudosRing, type ModerationState, type ModerationStore,
} from '@social-learning/sdk/moderation';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {ClientController} from '../internal/client-controller.ts';
import {contentStyles} from '../internal/content.styles.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {formStyles} from '../internal/form.styles.ts';
import {blockStyles, frameStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {NearController} from '../internal/near-controller.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {ReasonForm} from '../internal/reason-form.ts';
import {StoreController} from '../internal/store-controller.ts';
import {sayNumber} from '../internal/times.ts';
import {renderCase, renderTime} from './case-card.ts';
import {CaseDecidedEvent} from './moderation.events.ts';
import {styles} from './moderation.styles.ts';
import {renderRings} from './rings.ts';
import {actionWord, auditWords} from './words.ts';

type View = 'open' | 'decided' | 'log';

/** What was read of a list beyond the queue. */
interface Read<Item> {
  readonly items: readonly Item[];
  readonly after: string | null;
}

/**
 * What waits for the moderators of a space, live: posts that wait for approval and what people reported, each in its place,
 * with what one may decide. Nobody sees or decides what is about himself.
 * @summary The moderators' queue of a space.
 * @tag sl-moderation
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @slot empty - Shown while nothing waits, instead of our sentence.
 *
 * @event {CaseDecidedEvent} sl-case-decided - The moderator who reads it decided about something.
 *
 * @csspart moderation - The whole.
 * @csspart header - Heading and views.
 * @csspart heading - The heading.
 * @csspart views - The buttons that choose between what waits, what was decided, and the log.
 * @csspart notice - A sentence about its state.
 * @csspart cases - The list of cases.
 * @csspart case - One case.
 * @csspart place - Where the thing stands.
 * @csspart parent - What a post replies to.
 * @csspart content - What a post says.
 * @csspart reports - The reports of a case.
 * @csspart report - One report.
 * @csspart outcome - What was decided.
 * @csspart action - A button; those that decide also have the part of their name.
 * @csspart log - The audit log.
 * @csspart rings - Pairs who only thank each other.
 * @csspart reason-form - Where one says why.
 * @csspart field - A field of it.
 * @csspart send - The button that decides.
 *
 * @cssproperty [--social-moderation-gap=1.25rem] - Space between the parts.
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-positive=#146c2e] - Colour of what was decided.
 * @cssproperty [--social-critical=#b3261e] - Colour of what was reported.
 * @cssproperty [--social-radius=0.5rem] - Rounding.
 * @cssproperty [--social-border=currentColor mixed] - Colour of lines.
 * @cssproperty [--social-surface=currentColor mixed] - Colour behind content.
 *
 * @cssstate loading - While the queue is on its way.
 * @cssstate failed - When it could not be read.
 * @cssstate empty - While nothing waits.
 * @cssstate forbidden - When the reader is no moderator here.
 */
export class ModerationElement extends LitElement {
  static override styles = [contentStyles, frameStyles, controlStyles, blockStyles, formStyles, styles];

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** Words above the queue. Default: "Moderation" with the name of the space. */
  @property() heading?: string;

  /** Level of that heading in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private view: View = 'open';
  @state() private failure?: SocialLearningError;
  @state() private decided?: Read<Case>;
  @state() private log?: Read<AuditEntry>;
  @state() private rings: readonly KudosRing[] = [];
  @state() private busy: ReadonlySet<string> = new Set();
  @state() private status = '';

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #queue = new StoreController<ModerationState>(this);
  readonly #me = new StoreController<MeState>(this);
  #store: ModerationStore | undefined;
  #madeFor: Client | undefined;
  #madeOf: string | undefined;
  #focused: string | undefined;
  #ringsOf: ModerationStore | undefined;

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const space = this.#clients.space;
    if (this.#near.wasNear && (client !== this.#madeFor || space !== this.#madeOf)) {
      this.#madeFor = client;
      this.#madeOf = space;
      this.#store = client && createModeration(client, space);
      this.decided = this.log = undefined;
      this.rings = [];
      this.#ringsOf = undefined;
      this.view = 'open';
    }
    this.#focused = (this.shadowRoot?.activeElement?.closest('.case') as HTMLElement | null)?.dataset['case'];
    this.#queue.store = this.#store?.$state;
    this.#me.store = this.#store && client?.$me;
  }

  protected override render(): TemplateResult {
    const queue = this.#queue.value;
    return html`
      <section class="moderation" part="moderation" aria-labelledby="heading" aria-busy=${queue?.status === 'loading' ? 'true' : 'false'}>
        ${this.#renderHeader(queue)}
        ${this.#renderBody(queue)}
        ${this.failure ? html`<p class="notice critical" part="notice" role="alert">${msg('That did not work.')} ${failureWords(this.failure, this.#update)}</p>` : nothing}
        <p class="visually-hidden" role="status">${this.status}</p>
      </section>
    `;
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    // What had the focus may be gone, as when another moderator decided.
    if (this.#focused && !this.shadowRoot!.activeElement) this.#cardOf({id: this.#focused})?.focus();
    const {client} = this.#clients;
    if (client && this.renderRoot.querySelector('img[data-file]:not(.sought)')) void import('../internal/pictures.ts').then(({showPictures}) => showPictures(this.shadowRoot!, client), () => undefined);
    const queue = this.#queue.value;
    if (queue?.status === 'ready' && this.#ringsOf !== this.#store) {
      this.#ringsOf = this.#store;
      // A hint beside the queue, which must not stand in its way.
      void this.#readRings().catch(() => undefined);
    }
    setStates(this.#internals, {
      loading: queue?.status === 'loading',
      failed: queue?.status === 'failed' && !isForbidden(queue.error),
      forbidden: queue?.status === 'failed' && isForbidden(queue.error),
      empty: queue?.status === 'ready' && queue.cases.length === 0,
    });
  }

  /** Reads the queue anew. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  #renderHeader(queue: ModerationState | undefined): TemplateResult {
    const ready = queue?.status === 'ready' ? queue : undefined;
    const waiting = ready?.cases.filter(({state: each}) => each === 'open').length ?? 0;
    const views: [View, string][] = [
      ['open', waiting > 0 ? msg(str`Waiting (${sayNumber(waiting)}${ready?.more ? '+' : ''})`) : msg('Waiting')],
      ['decided', msg('Decided')],
      ['log', msg('Log')],
    ];
    const buttons = views.map(([view, words]) => html`
      <button type="button" class="action" part="action" aria-pressed=${this.view === view ? 'true' : 'false'} @click=${() => this.#show(view)}>${words}</button>
    `);
    return html`
      <header class="header" part="header">
        <div id="heading" class="heading" part="heading" role="heading" aria-level=${this.headingLevel} dir="auto">
          ${this.heading ?? (ready ? msg(str`Moderation: ${ready.space.name}`) : msg('Moderation'))}
        </div>
        ${ready ? html`
          <div class="views" part="views" role="group" aria-label=${msg('What to show')}>${buttons}</div>` : nothing}
      </header>
    `;
  }

  #renderBody(queue: ModerationState | undefined): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    const {me, status} = this.#me.value ?? {status: 'loading'};
    if (status === 'ready' && !me?.person) return html`<p class="notice" part="notice">${msg('Sign in on this page to see what waits for moderators.')}</p>`;
    if (!queue || queue.status === 'loading') return onItsWay(msg('The queue is on its way.'));
    if (queue.status === 'failed') {
      if (isForbidden(queue.error)) return html`<p class="notice" part="notice">${msg('This is for the moderators of this space.')}</p>`;
      return failed(queue.error, msg('The queue could not be read.'), () => this.reload(), this.#update);
    }
    if (this.view === 'log') return this.#renderLog();
    if (this.view === 'decided') return this.#renderDecided();
    return html`
      ${navigator.onLine ? nothing : html`<p class="notice" part="notice">${msg('There is no connection just now. What you decide is kept, and sent when it is back.')}</p>`}
      ${queue.cases.length === 0
        ? html`<slot name="empty"><p class="empty">${msg('Nothing waits for you. What people report comes here by itself.')}</p></slot>`
        : html`<ul class="cases" part="cases">${repeat(queue.cases, ({id}) => id, each => html`<li>${this.#renderCase(each, true)}</li>`)}</ul>`}
      ${queue.more ? this.#renderMore(() => this.#store!.more()) : nothing}
      ${renderRings(this.rings)}
    `;
  }

  #renderCase(about: Case, live: boolean): TemplateResult {
    return renderCase(about, {
      now: this.#madeFor!.serverNow(),
      headingLevel: Math.min(6, this.headingLevel + 1),
      reader: this.#madeFor!.me?.person?.id,
      busy: this.busy.has(about.id),
      decide: action => void this.#decide(about, action),
      ...(live && {putAway: () => this.#putAway(about)}),
    });
  }

  #renderDecided(): TemplateResult {
    const {decided} = this;
    if (!decided) return html`<div class="skeleton" aria-hidden="true"><span></span></div>`;
    return html`
      ${decided.items.length === 0 ? html`<p class="empty">${msg('Nothing was decided here yet.')}</p>` : html`
        <ul class="cases" part="cases">${repeat(decided.items, ({id}) => id, each => html`<li>${this.#renderCase(each, false)}</li>`)}</ul>`}
      ${decided.after ? this.#renderMore(() => this.#readDecided(decided)) : nothing}
    `;
  }

  #renderLog(): TemplateResult {
    const {log} = this;
    if (!log) return html`<div class="skeleton" aria-hidden="true"><span></span></div>`;
    const lines = log.items.map(entry => html`
      <li tabindex="-1">
        <p>${auditWords(entry)} ${renderTime(entry.at, this.#madeFor!.serverNow())}</p>
        ${entry.reason === null ? nothing : html`<p class="quiet" dir="auto">${entry.reason}</p>`}
      </li>
    `);
    return html`
      ${log.items.length === 0 ? html`<p class="empty">${msg('Nothing was decided here yet.')}</p>` : html`
        <ul class="log" part="log">${lines}</ul>`}
      ${log.after ? this.#renderMore(() => this.#readLog(log)) : nothing}
    `;
  }

  #renderMore(read: () => Promise<void>): TemplateResult {
    return html`<div class="more-row"><button type="button" class="action strong" part="action" @click=${({currentTarget}: Event) => this.#readMore(read, currentTarget as HTMLElement)}>${msg('Show more')}</button></div>`;
  }

  /** Reads more of a list. Where the button goes with the last of it, the focus goes on to the first that came. */
  async #readMore(read: () => Promise<void>, button: HTMLElement): Promise<void> {
    const hadFocus = this.shadowRoot!.activeElement === button;
    const entries = () => this.renderRoot.querySelectorAll<HTMLElement>('.case, .log > li');
    const before = entries().length;
    await this.#try(read);
    await this.updateComplete;
    if (hadFocus && !button.isConnected && document.activeElement === document.body) (entries()[before] ?? entries()[before - 1])?.focus();
  }

  readonly #update = () => this.requestUpdate();

  #show(view: View): void {
    this.view = view;
    if (view === 'open') void this.#try(() => this.#readRings());
    if (view === 'decided') void this.#try(() => this.#readDecided());
    if (view === 'log') void this.#try(() => this.#readLog());
  }

  async #readRings(): Promise<void> {
    this.rings = await this.#store!.rings();
  }

  async #readDecided(before?: Read<Case>): Promise<void> {
    const page = await this.#store!.decided(before?.after ?? undefined);
    this.decided = {items: [...(before?.items ?? []), ...page.items], after: page.after};
  }

  async #readLog(before?: Read<AuditEntry>): Promise<void> {
    const page = await this.#store!.audit(before?.after ?? undefined);
    this.log = {items: [...(before?.items ?? []), ...page.items], after: page.after};
  }

  /** Decides, after asking why where whoever it takes something from will read it. */
  async #decide(about: Case, action: DecisionAction): Promise<void> {
    if (this.busy.has(about.id)) return;
    if (!needsReason(action)) {
      await this.#try(() => this.#carryOut(about, action));
      return;
    }
    const card = this.#cardOf(about);
    const root = card?.querySelector<HTMLElement>('[data-reason]');
    if (!card || !root) return;
    const place = document.createElement('div');
    root.replaceChildren(place);
    const queue = this.#queue.value;
    const form = new ReasonForm(place, {
      heading: actionWord(action),
      rules: queue?.status === 'ready' ? queue.guidelines?.rules ?? [] : [],
      label: msg('Why? Whoever it is about will read this.'),
      verb: actionWord(action),
      required: true,
      submit: async ({text, rule}) => {
        await this.#carryOut(about, action, {reason: text, ...(rule && {rule})}, () =>
          form.say(msg('There is no connection just now. It is kept, and sent by itself as soon as it can be.')));
        root.replaceChildren();
      },
      cancel: () => {
        root.replaceChildren();
        card.querySelector<HTMLElement>(`[data-action="${action}"]`)?.focus();
      },
    });
    form.focus();
  }

  async #carryOut(about: Case, action: DecisionAction, why?: {reason: string; rule?: string}, onWaiting?: () => void): Promise<void> {
    this.busy = new Set([...this.busy, about.id]);
    try {
      const now = await this.#store!.decide(about, action, why, onWaiting);
      this.dispatchEvent(new CaseDecidedEvent(now));
      this.status = msg('Done.');
      await this.updateComplete;
      this.#cardOf(about)?.focus();
    } finally {
      this.busy = new Set([...this.busy].filter(id => id !== about.id));
    }
  }

  /** Takes a decided case off the list; the focus goes to the one that takes its place. */
  #putAway(about: Case): void {
    const cards = [...this.renderRoot.querySelectorAll<HTMLElement>('.case')];
    const index = cards.findIndex(card => card.dataset['case'] === about.id);
    const next = cards[index + 1] ?? cards[index - 1] ?? this.renderRoot.querySelector<HTMLElement>('.views > button');
    this.#store?.putAway(about.id);
    next?.focus();
  }

  #cardOf({id}: Pick<Case, 'id'>): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-case="${id}"]`);
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.failure = undefined;
    await act().catch((error: unknown) => (this.failure = toSocialLearningError(error)));
  }
}

function isForbidden({code}: SocialLearningError): boolean {
  return code === 'forbidden' || code === 'unauthenticated';
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-moderation': ModerationElement;
  }
}
