import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type MeState, type SocialLearningError} from '@social-learning/sdk';
import {guidelinesOf, type Guidelines, type GuidelinesState, type GuidelinesStore} from '@social-learning/sdk/guidelines';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {ClientController} from '../internal/client-controller.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {formStyles} from '../internal/form.styles.ts';
import {blockStyles, frameStyles, headerStyles} from '../internal/frame.styles.ts';
import {drawIcon, tick} from '../internal/icons.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {keepFocus} from '../internal/keep-focus.ts';
import {NearController} from '../internal/near-controller.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {StoreController} from '../internal/store-controller.ts';
import {sayTime} from '../internal/times.ts';
import {GuidelinesAgreedEvent} from './guidelines.events.ts';
import {styles} from './guidelines.styles.ts';
import type {GuidelinesEditor} from './guidelines-editor.ts';
import type {OwnAffairs} from './own-affairs.ts';
import {renderRules} from './rules.ts';
import {rulesStyles} from './rules.styles.ts';

/**
 * How the people of a space agreed to treat each other, and the place to agree. Curators write it here, too.
 * @summary The guidelines of a space.
 * @tag sl-guidelines
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @slot empty - Shown where the space has no guidelines, instead of our sentence.
 *
 * @event {GuidelinesAgreedEvent} sl-guidelines-agreed - A person agreed to them.
 *
 * @csspart guidelines - The whole.
 * @csspart header - Heading and version.
 * @csspart heading - The heading.
 * @csspart notice - A sentence about its state.
 * @csspart rules - The list of rules.
 * @csspart rule - One rule.
 * @csspart sentence - The sentence of a rule.
 * @csspart example - What to do, or what not; it also has the part `do` or `dont`.
 * @csspart agree - The button that agrees.
 * @csspart action - A quiet button.
 * @csspart affairs - What became of one's own reports, and what was decided about oneself.
 * @csspart field - A field of the editor.
 * @csspart send - The button that publishes.
 *
 * @cssproperty [--social-guidelines-gap=1.25rem] - Space between the parts.
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-positive=#146c2e] - Colour of what is good.
 * @cssproperty [--social-critical=#b3261e] - Colour of what is not.
 * @cssproperty [--social-radius=0.5rem] - Rounding.
 * @cssproperty [--social-border=currentColor mixed] - Colour of lines.
 * @cssproperty [--social-surface=currentColor mixed] - Colour behind notices.
 *
 * @cssstate loading - While they are on their way.
 * @cssstate failed - When they could not be read.
 * @cssstate empty - When the space has none.
 * @cssstate agreed - When the reader agreed to the version in force.
 */
export class GuidelinesElement extends LitElement {
  static override styles = [frameStyles, controlStyles, blockStyles, formStyles, rulesStyles, headerStyles, styles];

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** Words above the rules. Default: "How we treat each other". */
  @property() heading?: string;

  /** Level of that heading in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private failure?: SocialLearningError;
  @state() private busy = false;
  @state() private older?: Guidelines;
  @state() private editor?: GuidelinesEditor;
  @state() private affairs?: OwnAffairs;
  @state() private status = '';

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #guidelines = new StoreController<GuidelinesState>(this);
  readonly #me = new StoreController<MeState>(this);
  #store: GuidelinesStore | undefined;

  constructor() {
    super();
    keepFocus(this);
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const store = client && this.#near.wasNear ? guidelinesOf(client, this.#clients.space) : undefined;
    if (store !== this.#store) {
      this.#store = store;
      this.older = this.editor = this.affairs = undefined;
    }
    this.#guidelines.store = store?.$state;
    this.#me.store = store && client?.$me;
  }

  protected override render(): TemplateResult {
    const known = this.#guidelines.value;
    return html`
      <section class="guidelines" part="guidelines" aria-labelledby="heading" aria-busy=${known?.status === 'loading' ? 'true' : 'false'}>
        ${this.#renderHeader(known)}
        ${this.#renderBody(known)}
        ${this.failure ? html`<p class="notice critical" part="notice" role="alert">${msg('That did not work.')} ${failureWords(this.failure, this.#update)}</p>` : nothing}
        <p class="visually-hidden" role="status">${this.status}</p>
      </section>
    `;
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    const known = this.#guidelines.value;
    const ready = known?.status === 'ready' ? known : undefined;
    setStates(this.#internals, {
      loading: known?.status === 'loading',
      failed: known?.status === 'failed',
      empty: ready?.guidelines === null,
      agreed: Boolean(ready?.guidelines && ready.accepted === ready.guidelines.version),
    });
  }

  /** Reads them anew. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  #renderHeader(known: GuidelinesState | undefined): TemplateResult {
    const shown = this.older ?? (known?.status === 'ready' ? known.guidelines : null);
    return html`
      <header class="header" part="header">
        <div id="heading" class="heading" part="heading" role="heading" aria-level=${this.headingLevel} dir="auto">
          ${this.heading ?? msg('How we treat each other')}
        </div>
        ${shown && !this.editor ? html`
          <p class="version">${msg(str`Version ${shown.version}`)}, ${sayTime(shown.publishedAt, this.#clients.client!.serverNow())}</p>` : nothing}
        ${known?.status === 'ready' && !this.editor && this.#store?.mayPublish
          ? html`<button type="button" class="action" part="action" @click=${this.#edit}>${known.guidelines ? msg('Edit') : msg('Write guidelines')}</button>`
          : nothing}
      </header>
    `;
  }

  #renderBody(known: GuidelinesState | undefined): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    if (!known || known.status === 'loading') return onItsWay(msg('The guidelines are on their way.'));
    if (known.status === 'failed') return failed(known.error, msg('The guidelines could not be read.'), () => this.reload(), this.#update);
    if (this.editor) return this.editor.render();
    const {guidelines} = known;
    return html`
      ${guidelines ? this.#renderGuidelines(guidelines, known.accepted) : html`
        <slot name="empty"><p class="quiet">${msg('This space has no guidelines of its own. Be kind.')}</p></slot>`}
      ${this.#me.value?.me?.person ? html`
        <details class="affairs" part="affairs" @toggle=${this.#onAffairs}>
          <summary>${msg('Your reports, and what moderators told you')}</summary>
          ${this.affairs?.render() ?? nothing}
        </details>` : nothing}
    `;
  }

  #renderGuidelines(guidelines: Guidelines, accepted: number | null): TemplateResult {
    const shown = this.older ?? guidelines;
    return html`
      ${this.older ? html`
        <p class="notice" part="notice">
          ${msg(str`This is version ${shown.version}, which holds no longer.`)}
          <button type="button" class="action" part="action" @click=${() => (this.older = undefined)}>${msg('Show the one in force')}</button>
        </p>` : nothing}
      ${renderRules(shown.rules)}
      <div class="foot">
        ${this.older ? nothing : this.#renderAgreement(guidelines, accepted)}
        ${shown.version > 1 ? html`
          <button type="button" class="action" part="action" @click=${() => this.#showOlder(shown.version - 1)}>${msg(str`Show version ${shown.version - 1}`)}</button>` : nothing}
      </div>
    `;
  }

  #renderAgreement({version, required}: Guidelines, accepted: number | null): TemplateResult | typeof nothing {
    if (!this.#me.value?.me?.person) return nothing;
    if (accepted === version) return html`<p class="agreed" tabindex="-1">${drawIcon(tick)} ${msg('You agreed to this')}</p>`;
    return html`
      <button type="button" class="send" part="agree" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.#agree}>${msg('I agree')}</button>
      <p class="quiet">
        ${accepted !== null ? msg('They have changed since you agreed.') : required ? msg('Needed before your first post here.') : nothing}
      </p>
    `;
  }

  readonly #update = () => this.requestUpdate();

  readonly #agree = () => this.#try(async store => {
    await store.agree();
    const known = store.$state.get();
    if (known.status === 'ready' && known.accepted !== null) this.dispatchEvent(new GuidelinesAgreedEvent(known.accepted));
    this.status = msg('You agreed to this');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.agreed')?.focus();
  });

  readonly #edit = () => this.#try(async store => {
    const {GuidelinesEditor} = await import('./guidelines-editor.ts');
    const known = store.$state.get();
    this.editor = new GuidelinesEditor(this, this.#clients.client!, store, known.status === 'ready' ? known.guidelines : null, async published => {
      this.editor = undefined;
      if (published) this.status = msg('Published.');
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.header > .action')?.focus();
    });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.rule-editor .field')?.focus();
  });

  readonly #onAffairs = (event: Event) => {
    if (!(event.target as HTMLDetailsElement).open) return;
    void this.#try(async () => {
      const {OwnAffairs} = await import('./own-affairs.ts');
      this.affairs = new OwnAffairs(this, this.#clients.client!, this.#clients.space);
      await this.affairs.load();
    });
  };

  async #showOlder(version: number): Promise<void> {
    await this.#try(async store => {
      this.older = (await store.read(version)) ?? undefined;
    });
  }

  async #try(act: (store: GuidelinesStore) => Promise<void>): Promise<void> {
    if (this.busy || !this.#store) return;
    this.busy = true;
    this.failure = undefined;
    await act(this.#store).catch((error: unknown) => (this.failure = toSocialLearningError(error)));
    this.busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-guidelines': GuidelinesElement;
  }
}
