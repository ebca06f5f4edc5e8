import {msg} from '@lit/localize';
import {toSocialLearningError, type Client, type SocialLearningError} from '@social-learning/sdk';
import {
  leaderboardOf, type BoardPeriod, type BoardView, type LeaderboardState, type LeaderboardStore, type PointsEntry, type PointsRule,
} from '@social-learning/sdk/leaderboard';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {avatarStyles} from '../internal/avatar.styles.ts';
import {ClientController} from '../internal/client-controller.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {formStyles} from '../internal/form.styles.ts';
import {frameStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {keepFocus} from '../internal/keep-focus.ts';
import {NearController} from '../internal/near-controller.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {StoreController} from '../internal/store-controller.ts';
import {styles} from './leaderboard.styles.ts';
import {renderTable} from './leaderboard-table.ts';
import {sayOwnPlace, sayPeriod, sayView} from './leaderboard-words.ts';
import {renderEntries} from './own-points.ts';
import {renderRuleForm, renderRules, type RuleDraft} from './points-rules.ts';

type Ready = Extract<LeaderboardState, {status: 'ready'}>;

const views: readonly BoardView[] = ['near', 'top', 'teams'];
const periods: readonly BoardPeriod[] = ['week', 'month', 'quarter', 'year', 'all'];

/**
 * Where one stands by points among the people of a space: those near oneself, the top, or teams by their mean; in a calendar period.
 * Who would rather not be on it leaves, keeps the points, and may come back.
 *
 * @summary A live board of people by points.
 * @tag sl-leaderboard
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @slot empty - Shown while nobody has points, instead of our sentence.
 *
 * @csspart board - The whole board.
 * @csspart heading - Its heading.
 * @csspart view - A button that chooses a view.
 * @csspart period - The list of periods.
 * @csspart own-place - The sentence about the reader's place.
 * @csspart table - The table.
 * @csspart caption - What it is of.
 * @csspart row - A row of it; that of the reader, or of their team, also has the part own.
 * @csspart avatar - The picture of a person, or the initials.
 * @csspart you - The mark of the reader.
 * @csspart movement - How a place changed.
 * @csspart action - A small button.
 * @csspart more - The button that shows more.
 * @csspart notice - A sentence about the state.
 *
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on, and of one's own row.
 * @cssproperty [--social-critical=#b3261e] - Colour of what went wrong.
 * @cssproperty [--social-radius=0.5rem] - Rounding of buttons and notices.
 * @cssproperty [--social-border=currentColor mixed] - Colour of lines.
 * @cssproperty [--social-surface=currentColor mixed] - Colour behind notices.
 *
 * @cssstate loading - While the board is on its way.
 * @cssstate failed - When it could not be read.
 * @cssstate empty - While nobody has points.
 * @cssstate left - When the reader is on no board.
 */
export class LeaderboardElement extends LitElement {
  static override styles = [frameStyles, controlStyles, formStyles, avatarStyles, styles];

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** What is shown: the people `near` the reader, the `top`, or `teams`. */
  @property() view: BoardView = 'near';

  /** The calendar period: `week`, `month`, `quarter`, `year`, or `all`. */
  @property() period: BoardPeriod = 'month';

  /** Words above the board. Default: "Leaderboard". */
  @property() heading?: string;

  /** Level of that heading in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private status = '';
  @state() private failure?: SocialLearningError;
  @state() private rules?: readonly PointsRule[];
  @state() private entries?: readonly PointsEntry[];
  @state() private further?: string;

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #board = new StoreController<LeaderboardState>(this);
  #store: LeaderboardStore | undefined;

  constructor() {
    super();
    keepFocus(this);
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const space = this.#clients.space;
    const view = views.includes(this.view) ? this.view : 'near';
    const period = periods.includes(this.period) ? this.period : 'month';
    this.#store = client && this.#near.wasNear ? leaderboardOf(client, {...(space !== undefined && {space}), view, period}) : undefined;
    this.#board.store = this.#store?.$state;
  }

  protected override render(): TemplateResult {
    const board = this.#board.value;
    return html`
      <section class="board" part="board" aria-labelledby="heading" aria-busy=${board?.status === 'loading' ? 'true' : 'false'}>
        <div id="heading" class="heading" part="heading" role="heading" aria-level=${this.headingLevel} dir="auto">${this.heading ?? msg('Leaderboard')}</div>
        ${this.#renderState(board)}
        ${this.failure ? html`<p class="error" role="alert">${failureWords(this.failure, this.#update)}</p>` : nothing}
        <p class="visually-hidden" role="status">${this.status}</p>
      </section>
    `;
  }

  protected override updated(): void {
    const board = this.#board.value;
    setStates(this.#internals, {
      loading: board?.status === 'loading',
      failed: board?.status === 'failed',
      empty: board?.status === 'ready' && board.total === 0,
      left: board?.status === 'ready' && !board.me.ranked,
    });
  }

  /** Reads the board anew. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  #renderState(board: LeaderboardState | undefined): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    if (board?.status === 'failed') {
      if (board.error.code === 'unauthenticated') return html`<p class="notice" part="notice">${msg('Sign in on this page to see the leaderboard.')}</p>`;
      return failed(board.error, msg('The leaderboard could not be read.'), () => this.reload(), this.#update);
    }
    return html`
      ${this.#renderChoices()}
      ${!board || board.status === 'loading'
        ? onItsWay(msg('The leaderboard is on its way.'), 3)
        : this.#renderBoard(board)}
    `;
  }

  #renderChoices(): TemplateResult {
    const buttons = views.map(view => html`
      <button class="view" part="view" aria-pressed=${view === this.view ? 'true' : 'false'} @click=${() => (this.view = view)}>${sayView(view)}</button>`);
    const options = periods.map(period => html`<option value=${period} ?selected=${period === this.period}>${sayPeriod(period)}</option>`);
    return html`
      <div class="head">
        <div class="views" role="group" aria-label=${msg('Whom to show')}>
          ${buttons}
        </div>
        <select class="field period" part="period" aria-label=${msg('Period')} @change=${this.#choosePeriod}>
          ${options}
        </select>
      </div>
    `;
  }

  #renderBoard(board: Ready): TemplateResult {
    const {me, total, period, rows, teams, more, paging, error} = board;
    const isEmpty = this.view === 'teams' ? teams.length === 0 : rows.length === 0;
    return html`
      <p class="own-place" part="own-place">${sayOwnPlace(me, total, period.starts !== null)}</p>
      ${isEmpty
        ? this.view === 'teams'
          ? html`<p class="quiet">${msg('There are no teams of three or more people here.')}</p>`
          : html`<slot name="empty"><p class="quiet">${msg('Nobody has points in this time yet.')}</p></slot>`
        : renderTable(board, this.view)}
      ${error ? html`<p class="error" role="alert">${failureWords(error, this.#update)}</p>` : nothing}
      ${more && this.view === 'top'
        ? html`<button class="more" part="more" aria-disabled=${paging ? 'true' : 'false'} @click=${() => this.#store?.more()}>${msg('Show more people')}</button>`
        : nothing}
      <details class="more-about" @toggle=${this.#readRules}><summary>${msg('What earns points')}</summary>${this.#renderRules()}</details>
      <details class="more-about" @toggle=${this.#readEntries}><summary>${msg('What my points are for')}</summary>${this.#renderEntries()}</details>
      <p class="foot">
        <button class="action" part="action" @click=${() => this.#choose(!me.ranked)}>${me.ranked ? msg('Leave the leaderboards') : msg('Come back to the leaderboards')}</button>
        ${me.ranked ? html`<span class="quiet">${msg('You keep your points, and can come back.')}</span>` : nothing}
      </p>
    `;
  }

  #renderRules(): TemplateResult | typeof nothing {
    if (!this.rules) return nothing;
    return this.#store?.mayRule ? renderRuleForm(this.rules, rule => this.#save(rule)) : renderRules(this.rules);
  }

  #renderEntries(): TemplateResult | typeof nothing {
    if (!this.entries) return nothing;
    return html`
      ${renderEntries(this.entries, this.#clients.client!.serverNow())}
      ${this.further === undefined ? nothing : html`<button class="action" part="action" @click=${() => this.#readMore()}>${msg('Show earlier ones')}</button>`}
    `;
  }

  readonly #choosePeriod = (event: Event) => {
    this.period = (event.target as HTMLSelectElement).value as BoardPeriod;
  };

  readonly #readRules = (event: Event) => {
    if (!(event.target as HTMLDetailsElement).open) return;
    void this.#do(async store => {
      this.rules = await store.rules();
    });
  };

  readonly #readEntries = (event: Event) => {
    if (!(event.target as HTMLDetailsElement).open) return;
    void this.#do(async store => {
      const {entries: {items, after}} = await store.points();
      this.entries = items;
      this.further = after ?? undefined;
    });
  };

  #readMore(): void {
    void this.#do(async store => {
      const {entries: {items, after}} = await store.points(this.further);
      this.entries = [...(this.entries ?? []), ...items];
      this.further = after ?? undefined;
    });
  }

  #save(rule: RuleDraft): void {
    void this.#do(async store => {
      await store.rule(rule);
      this.rules = await store.rules();
      this.status = msg('Saved. It holds from now on.');
    });
  }

  #choose(ranked: boolean): void {
    void this.#do(async store => {
      await store.choose(ranked);
      this.status = ranked ? msg('You are on the leaderboards again.') : msg('You have left the leaderboards.');
    });
  }

  async #do(act: (store: LeaderboardStore) => Promise<void>): Promise<void> {
    this.failure = undefined;
    try {
      if (this.#store) await act(this.#store);
    } catch (cause) {
      this.failure = toSocialLearningError(cause);
    }
  }

  readonly #update = () => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-leaderboard': LeaderboardElement;
  }
}
