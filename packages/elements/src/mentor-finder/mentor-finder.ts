import {msg, str} from '@lit/localize';
import type {Client, SocialLearningError} from '@social-learning/sdk';
import {createMentors, type MentorSearch, type MentorsState, type MentorsStore} from '@social-learning/sdk/mentoring';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {avatarStyles} from '../internal/avatar.styles.ts';
import {ClientController} from '../internal/client-controller.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {formStyles} from '../internal/form.styles.ts';
import {blockStyles, frameStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {keepFocus} from '../internal/keep-focus.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {StoreController} from '../internal/store-controller.ts';
import {sayNumber} from '../internal/times.ts';
import {mentorStyles} from '../mentor-card/mentor-card.styles.ts';
import {sayLanguage, sayReason} from '../mentor-card/mentor-words.ts';
import {renderWho} from '../mentor-card/profile-view.ts';
import {finderStyles} from './mentor-finder.styles.ts';

type Ready = Extract<MentorsState, {status: 'ready'}>;
type Facet = 'skills' | 'topics' | 'languages';

/** Facets that are shown before they are asked for. */
const fewFacets = 8;
/** Milliseconds without typing after which is looked for. */
const pause = 250;

/**
 * The mentors of a space, to look for one: by words, skills, topics and languages. Each result says why it fits, and opens to
 * the whole card, where one asks.
 *
 * @summary A search among mentors, with the reasons why each fits.
 * @tag sl-mentor-finder
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @csspart finder - The whole of it.
 * @csspart search - The field for words.
 * @csspart facets - What can be chosen among.
 * @csspart results - The list of mentors.
 * @csspart result - One of them.
 * @csspart reasons - Why this one fits.
 * @csspart action - A button.
 * @csspart notice - A sentence about its state.
 *
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-positive=#146c2e] - Colour of a place that is left.
 * @cssproperty [--social-radius=0.5rem] - Rounding of fields, buttons and notices.
 *
 * @cssstate loading - While it is on its way.
 * @cssstate failed - When it could not be read.
 * @cssstate empty - When nobody fits.
 */
export class MentorFinder extends LitElement {
  static override styles = [frameStyles, controlStyles, blockStyles, avatarStyles, formStyles, mentorStyles, finderStyles];

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** Words above it. Default: "Find a mentor". */
  @property() heading?: string;

  /** Level of that heading in the outline of the page, from 2 to 5. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private opened = '';
  @state() private all: Facet | '' = '';

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #mentors = new StoreController<MentorsState>(this);
  readonly #cards = new Map<string, HTMLElement>();
  #store: MentorsStore | undefined;
  #madeOf: readonly unknown[] = [];
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    keepFocus(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const madeOf = [client, this.#clients.space];
    if (madeOf.some((part, index) => part !== this.#madeOf[index])) {
      const speaks = navigator.languages.map(tag => tag.split('-')[0]!).slice(0, 5);
      this.#store = client && createMentors(client, this.#clients.space, {speaks: [...new Set(speaks)], timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone});
      this.#madeOf = madeOf;
      this.#cards.clear();
    }
    this.#mentors.store = this.#store?.$state;
  }

  protected override render(): TemplateResult {
    const mentors = this.#mentors.value;
    return html`
      <section class="finder" part="finder" aria-labelledby="heading">
        <div id="heading" class="heading" role="heading" aria-level=${this.headingLevel}>${this.heading ?? msg('Find a mentor')}</div>
        ${!mentors || mentors.status === 'loading' ? this.#renderLoading() : mentors.status === 'failed' ? this.#renderFailed(mentors.error) : this.#renderReady(mentors)}
      </section>
    `;
  }

  protected override updated(): void {
    const mentors = this.#mentors.value;
    setStates(this.#internals, {
      loading: mentors?.status === 'loading',
      failed: mentors?.status === 'failed',
      empty: mentors?.status === 'ready' && mentors.total === 0,
    });
  }

  /** Looks again. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  #renderLoading(): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    return onItsWay(msg('The mentors are on their way.'), 3);
  }

  #renderFailed(error: SocialLearningError): TemplateResult {
    if (error.code === 'unauthenticated') return html`<p class="notice" part="notice">${msg('Sign in on this page to see mentors.')}</p>`;
    return failed(error, msg('This could not be read.'), () => this.reload(), this.#update);
  }

  #renderReady(mentors: Ready): TemplateResult {
    const {items, total, facets, more, searching, error} = mentors;
    const search = this.#store!.search;
    const isAsked = search.text !== '' || search.available || search.skills.length + search.topics.length + search.languages.length > 0;
    return html`
      <form class="asked" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <label class="field-label" for="text">${msg('Search by name, skill or topic')}</label>
        <input class="field" part="search" id="text" type="search" dir="auto" autocomplete="off" .value=${search.text} @input=${this.#onText} />
        <div class="facets" part="facets">
          ${this.#renderFacet('skills', msg('Skills'), facets.skills, value => value)}
          ${this.#renderFacet('topics', msg('Topics'), facets.topics, value => value)}
          ${this.#renderFacet('languages', msg('Languages'), facets.languages, sayLanguage)}
        </div>
        <label class="choice"><input type="checkbox" .checked=${search.available} @change=${(event: Event) => this.#find({available: (event.target as HTMLInputElement).checked})} /> ${msg('Only with a place')}</label>
      </form>
      ${error ? html`<p class="error" role="alert">${failureWords(error, this.#update)}</p>` : nothing}
      <p class="hint" role="status" aria-live="polite">${searching ? msg('Looking…') : total === 1 ? msg('1 mentor') : msg(str`${sayNumber(total)} mentors`)}</p>
      ${total === 0
        ? html`<p class="notice" part="notice">${isAsked ? msg('Nobody fits all of this. Try with less.') : msg('Nobody offers mentoring here yet.')}</p>`
        : html`<ul class="results" part="results">${repeat(items, ({profile}) => profile.person.id, item => this.#renderResult(item))}</ul>`}
      ${more ? html`<div><button class="action" part="action" @click=${() => this.#store?.more()}>${msg('Show more mentors')}</button></div>` : nothing}
    `;
  }

  #renderResult({profile, reasons}: Ready['items'][number]): TemplateResult {
    const {id, name} = profile.person;
    const isOpen = this.opened === id;
    const why = reasons.map(reason => html`<li>${sayReason(reason)}</li>`);
    return html`
      <li class="result ${isOpen ? 'open' : ''}" part="result">
        ${isOpen ? this.#card(id) : html`
          ${renderWho(profile.person, profile, this.headingLevel + 1)}
          <ul class="reasons" part="reasons" aria-label=${msg(str`Why ${name} fits`)}>${why}</ul>`}
        <div><button class="action" part="action" aria-expanded=${isOpen ? 'true' : 'false'} aria-label=${isOpen ? msg(str`Show less of ${name}`) : msg(str`Show more of ${name}`)}
          @click=${() => (this.opened = isOpen ? '' : id)}>${isOpen ? msg('Show less') : msg('Show more')}</button></div>
      </li>
    `;
  }

  /** The whole card of a mentor, of the same prefix as this element. */
  #card(person: string): HTMLElement {
    const there = this.#cards.get(person);
    if (there) return there;
    const prefix = this.localName.slice(0, -'-mentor-finder'.length);
    const card = document.createElement(`${prefix}-mentor-card`);
    const client = this.#clients.client;
    Object.assign(card, {person, variant: 'full', headingLevel: this.headingLevel + 1, ...(this.#clients.space !== undefined && {space: this.#clients.space}), ...(client && {client})});
    this.#cards.set(person, card);
    return card;
  }

  #renderFacet(name: Facet, label: string, values: Ready['facets'][Facet], say: (value: string) => string): TemplateResult | typeof nothing {
    const chosen = this.#store!.search[name];
    const missing = chosen.filter(value => !values.some(each => each.value === value)).map(value => ({value, count: 0}));
    const all = [...missing, ...values];
    if (all.length === 0) return nothing;
    const shown = this.all === name ? all : all.filter(({value}, index) => index < fewFacets || chosen.includes(value));
    const choices = shown.map(({value, count}) => html`
      <label class="facet-choice"><input type="checkbox" .checked=${chosen.includes(value)} @change=${() => this.#toggle(name, value)} />
        <span dir="auto">${say(value)}</span> <span class="count">${sayNumber(count)}</span></label>`);
    return html`
      <fieldset class="facet">
        <legend class="field-label">${label}</legend>
        <div class="words">
          ${choices}
          ${shown.length < all.length ? html`<button type="button" class="action" part="action" @click=${() => (this.all = name)}>${msg(str`All ${sayNumber(all.length)}`)}</button>` : nothing}
        </div>
      </fieldset>
    `;
  }

  #toggle(name: Facet, value: string): void {
    const chosen = this.#store!.search[name];
    this.#find({[name]: chosen.includes(value) ? chosen.filter(each => each !== value) : [...chosen, value]});
  }

  #find(change: Partial<MentorSearch>): void {
    void this.#store?.find(change);
  }

  readonly #onText = (event: Event) => {
    const text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#find({text}), pause);
  };

  readonly #update = () => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-mentor-finder': MentorFinder;
  }
}
