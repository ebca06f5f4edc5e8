import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type MeState, type SocialLearningError} from '@social-learning/sdk';
import {createMentor, type Mentorship, type MentorState, type MentorStore} from '@social-learning/sdk/mentoring';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {avatarStyles} from '../internal/avatar.styles.ts';
import {ClientController} from '../internal/client-controller.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {formStyles} from '../internal/form.styles.ts';
import {blockStyles, frameStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {keepFocus} from '../internal/keep-focus.ts';
import {languageOf} from '../internal/locale.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {redrawEvery} from '../internal/redraw.ts';
import {StoreController} from '../internal/store-controller.ts';
import {MentorshipChangedEvent} from './mentor-card.events.ts';
import {mentorStyles} from './mentor-card.styles.ts';
import {Notes} from './notes.ts';
import {renderMentorship, type MentorshipActs} from './mentorship-view.ts';
import {fieldsOf, offerOf, renderProfileForm, type ProfileFields} from './profile-form.ts';
import {renderOffer, renderWho} from './profile-view.ts';

type Ready = Extract<MentorState, {status: 'ready'}>;

/**
 * A mentor: who they are, what they help with, and whether there is a place. Whoever reads it asks for mentoring in place;
 * the mentor edits the profile and answers requests in place.
 *
 * @summary A mentor, to read, to ask and to answer.
 * @tag sl-mentor-card
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @event {MentorshipChangedEvent} sl-mentorship-changed - A mentorship was asked for, answered or ended here.
 *
 * @csspart card - The whole card.
 * @csspart avatar - The picture, or the initials.
 * @csspart name - The name.
 * @csspart title - What the mentor does.
 * @csspart places - Whether there is a place.
 * @csspart help - What the mentor helps with, in their words.
 * @csspart facts - Skills, topics, languages, local time, usual time to answer.
 * @csspart mentorship - A request, or two people learning together.
 * @csspart notes - What the two keep about it.
 * @csspart note - One of these that is only read.
 * @csspart form - The form in which one asks or edits.
 * @csspart field - A field of it.
 * @csspart action - A button; it also has the part of its name (ask, edit, save, accept, decline, end).
 * @csspart notice - A sentence about its state.
 *
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-positive=#146c2e] - Colour of a place that is left.
 * @cssproperty [--social-critical=#b3261e] - Colour of what went wrong.
 * @cssproperty [--social-radius=0.5rem] - Rounding of fields, buttons and notices.
 *
 * @cssstate loading - While it is on its way.
 * @cssstate failed - When it could not be read.
 * @cssstate own - On the reader's own card.
 */
export class MentorCard extends LitElement {
  static override styles = [frameStyles, controlStyles, blockStyles, avatarStyles, formStyles, mentorStyles];

  /** Whose card: an id, or what the host calls the person. Default: the reader's own. */
  @property() person?: string;

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** How much it shows: `compact` a line, `card` what they help with, `full` also all that is between the two. */
  @property() variant: 'compact' | 'card' | 'full' = 'card';

  /** Level of the name as a heading in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private form: 'none' | 'ask' | 'edit' = 'none';
  @state() private failure?: SocialLearningError;
  @state() private missing = '';
  @state() private busy = false;
  @state() private status = '';

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #mentor = new StoreController<MentorState>(this);
  readonly #me = new StoreController<MeState>(this);
  readonly #notes = new Notes(this, () => this.#clients.client, text => (this.status = text));
  #store: MentorStore | undefined;
  #madeOf: readonly unknown[] = [];

  constructor() {
    super();
    keepFocus(this);
    redrawEvery(30_000, this);
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const madeOf = [client, this.person, this.#clients.space, client?.owner];
    if (madeOf.some((part, index) => part !== this.#madeOf[index])) {
      this.#store = client && createMentor(client, this.person || undefined, this.#clients.space);
      this.#madeOf = madeOf;
      this.#notes.close();
      this.form = 'none';
    }
    this.#mentor.store = this.#store?.$state;
    this.#me.store = client?.$me;
  }

  protected override render(): TemplateResult {
    const mentor = this.#mentor.value;
    return html`
      <section class="card ${this.variant === 'compact' && this.form === 'none' ? 'compact' : ''}" part="card" aria-busy=${mentor?.status === 'loading' ? 'true' : 'false'}>
        ${!mentor || mentor.status === 'loading' ? this.#renderLoading() : mentor.status === 'failed' ? this.#renderFailed(mentor.error) : this.#renderReady(mentor)}
        <p class="visually-hidden" role="status">${this.status}</p>
      </section>
    `;
  }

  protected override updated(): void {
    const mentor = this.#mentor.value;
    setStates(this.#internals, {
      loading: mentor?.status === 'loading',
      failed: mentor?.status === 'failed',
      own: mentor?.status === 'ready' && mentor.own,
    });
    // What was typed before a reload stands in the form again.
    if (mentor?.status === 'ready' && this.form === 'none' && this.variant !== 'compact' && this.#hasDraft(mentor)) this.form = mentor.own ? 'edit' : 'ask';
  }

  /** Reads it anew. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  get #now(): number {
    return this.#clients.client?.serverNow() ?? Date.now();
  }

  #renderLoading(): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    return onItsWay(msg('The mentor is on the way.'), 1);
  }

  #renderFailed(error: SocialLearningError): TemplateResult {
    if (error.code === 'unauthenticated') return html`<p class="notice" part="notice">${msg('Sign in on this page to see mentors.')}</p>`;
    return failed(error, msg('This could not be read.'), () => this.reload(), this.#update);
  }

  #renderReady(mentor: Ready): TemplateResult {
    const {person, profile, own} = mentor;
    if (!person) return html`<p class="notice" part="notice">${msg('This person is not here, or has left.')}</p>`;
    const shown = this.variant !== 'compact' || this.form !== 'none';
    return html`
      ${renderWho(person, profile, this.headingLevel)}
      ${profile && shown && this.form !== 'edit' ? renderOffer(profile, this.#now) : nothing}
      ${!profile && !own ? html`<p class="notice" part="notice">${msg(str`${person.name} is no mentor here just now.`)}</p>` : nothing}
      ${own ? this.#renderOwn(mentor) : this.#renderTogether(mentor)}
      ${this.failure ? html`<p class="error" role="alert">${failureWords(this.failure, this.#update)}</p>` : nothing}
    `;
  }

  /** What is between the reader and this mentor. */
  #renderTogether({person, profile, mentorship, requestDays}: Ready): TemplateResult {
    const isOpen = mentorship?.state === 'requested' || mentorship?.state === 'active';
    const mayAsk = profile?.state === 'open' && !isOpen;
    return html`
      ${mentorship && (isOpen || this.variant === 'full') && this.variant !== 'compact' ? renderMentorship(mentorship, 'mentee', this.#now, this.#acts) : nothing}
      ${mentorship && isOpen && this.variant === 'compact' ? html`<span class="state">${mentorship.state === 'active' ? msg('Learning together') : msg('Asked')}</span>` : nothing}
      ${mayAsk && this.form === 'none'
        ? html`<div><button class="send" part="action ask" @click=${() => this.#open('ask')}>${msg('Ask for mentoring')}</button></div>`
        : nothing}
      ${mayAsk && this.form === 'ask' ? html`
        <form class="composer" part="form" novalidate @submit=${this.#ask} @keydown=${this.#onKey}>
          <label class="field-label" for="goal">${msg('What do you want to be able to do?')}</label>
          <input class="field" part="field" id="goal" maxlength="200" dir="auto" autocomplete="off" .value=${this.#draft('goal')} aria-invalid=${this.missing ? 'true' : 'false'}
            aria-describedby="goal-error" @input=${this.#keep('goal')} />
          <p class="error" id="goal-error" role="alert" ?hidden=${this.missing === ''}>${this.missing}</p>
          <label class="field-label" for="message">${msg(str`A few words to ${person!.name}`)}</label>
          <textarea class="field" part="field" id="message" rows="3" maxlength="2000" dir="auto" .value=${this.#draft('message')} @input=${this.#keep('message')}></textarea>
          <div class="composer-foot">
            <p class="hint">${requestDays === 1 ? msg('A request is to be answered within a day.') : msg(str`A request is to be answered within ${requestDays} days. A no is no judgement.`)}</p>
            ${this.#renderCancel()}
            <button type="submit" class="send" part="action ask" aria-disabled=${this.busy ? 'true' : 'false'}>${msg('Ask')}</button>
          </div>
        </form>` : nothing}
    `;
  }

  #renderOwn({profile, mentorships}: Ready): TemplateResult {
    if (this.form === 'edit') return this.#renderEdit();
    const mine = (states: readonly Mentorship['state'][]) => mentorships.filter(({state: its}) => states.includes(its));
    const me = this.#clients.client?.me?.person?.id;
    const section = (heading: string, some: readonly Mentorship[]) => {
      if (some.length === 0) return nothing;
      const shown = some.map(mentorship => renderMentorship(mentorship, mentorship.mentee?.id === me ? 'mentee' : 'mentor', this.#now, this.#acts));
      return html`<div class="section"><div class="section-heading" role="heading" aria-level=${this.headingLevel + 1}>${heading}</div>${shown}</div>`;
    };
    return html`
      ${this.#store?.mayOffer
        ? html`<div><button class=${profile ? 'action' : 'send'} part="action edit" @click=${() => this.#open('edit')}>${profile ? msg('Edit your profile') : msg('Offer to be a mentor')}</button></div>`
        : nothing}
      ${this.variant === 'compact' ? nothing : html`
        ${section(msg('Requests'), mine(['requested']))}
        ${section(msg('Learning together'), mine(['active']))}
        ${this.variant === 'full' ? section(msg('Before'), mine(['completed', 'declined', 'cancelled', 'expired'])) : nothing}
        ${!profile && mentorships.length === 0 ? html`<p class="hint">${msg('Nobody learns with you here yet.')}</p>` : nothing}`}
    `;
  }

  #renderEdit(): TemplateResult {
    return html`
      <form class="composer" part="form" novalidate @submit=${this.#save} @keydown=${this.#onKey}>
        ${renderProfileForm(this.#fields, change => {
          this.#clients.client?.drafts.write(this.#place('profile'), JSON.stringify({...this.#fields, ...change}));
          this.requestUpdate();
        })}
        <p class="error" role="alert" ?hidden=${this.missing === ''}>${this.missing}</p>
        <div class="composer-foot">
          ${this.#renderCancel()}
          <button type="submit" class="send" part="action save" aria-disabled=${this.busy ? 'true' : 'false'}>${msg('Save')}</button>
        </div>
      </form>
    `;
  }

  #renderCancel(): TemplateResult {
    return html`<button type="button" class="action" part="action cancel" @click=${() => this.#cancel()}>${msg('Cancel')}</button>`;
  }

  /** The texts of the form: the draft, or else the profile. */
  get #fields(): ProfileFields {
    const mentor = this.#mentor.value;
    const kept = this.#clients.client?.drafts.read(this.#place('profile'));
    const language = languageOf(this).split('-')[0]!;
    const first = fieldsOf(mentor?.status === 'ready' ? mentor.profile : null, language);
    try {
      return kept ? {...first, ...(JSON.parse(kept) as ProfileFields)} : first;
    } catch {
      return first;
    }
  }

  #place(name: string): string {
    return `mentor/${this.#clients.space ?? ''}/${this.person ?? ''}/${name}`;
  }

  #draft(name: string): string {
    return this.#clients.client?.drafts.read(this.#place(name)) ?? '';
  }

  #keep(name: string): (event: Event) => void {
    return event => {
      this.#clients.client?.drafts.write(this.#place(name), (event.target as HTMLInputElement).value);
      this.missing = '';
    };
  }

  #hasDraft({own, profile, mentorship}: Ready): boolean {
    if (own) return Boolean(this.#store?.mayOffer) && this.#draft('profile') !== '';
    const isOpen = mentorship?.state === 'requested' || mentorship?.state === 'active';
    return profile?.state === 'open' && !isOpen && (this.#draft('goal') !== '' || this.#draft('message') !== '');
  }

  #forget(): void {
    for (const name of ['goal', 'message', 'profile']) this.#clients.client?.drafts.write(this.#place(name), '');
  }

  async #open(form: 'ask' | 'edit'): Promise<void> {
    this.form = form;
    this.failure = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('form .field')?.focus();
  }

  async #cancel(): Promise<void> {
    this.#forget();
    this.form = 'none';
    this.missing = '';
    this.failure = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[part~="ask"], [part~="edit"]')?.focus();
  }

  readonly #ask = async (event: Event) => {
    event.preventDefault();
    if (this.#draft('goal').trim() === '') {
      this.missing = msg('Say what you want to be able to do first.');
      this.renderRoot.querySelector<HTMLElement>('#goal')?.focus();
      return;
    }
    await this.#do(store => store.ask(this.#draft('goal'), this.#draft('message')), msg('You have asked. You will see the answer here.'), true);
  };

  readonly #save = async (event: Event) => {
    event.preventDefault();
    const offer = offerOf(this.#fields);
    if (!Number.isInteger(offer.capacity) || offer.capacity < 1 || offer.capacity > 50) {
      this.missing = msg('Say how many people at once, from 1 to 50.');
      this.renderRoot.querySelector<HTMLElement>('#capacity')?.focus();
      return;
    }
    await this.#do(store => store.offer(offer), msg('Your profile is saved.'), true);
  };

  get #acts(): MentorshipActs {
    const end = (words: string) => (mentorship: Mentorship) => void this.#do(store => store.end(mentorship.id), words);
    return {
      busy: this.busy,
      accept: mentorship => void this.#do(store => store.answer(mentorship.id, true), msg('You learn together from now on.')),
      decline: mentorship => void this.#do(store => store.answer(mentorship.id, false), msg('You have declined.')),
      end: end(msg('That is over.')),
      notes: (mentorship, side, other) => (this.variant === 'full' ? this.#notes.render(mentorship, side, other) : ''),
    };
  }

  /** Does something with care: once at a time, with its failure on screen and nothing that was typed lost. */
  async #do(act: (store: MentorStore) => Promise<void>, done: string, closes = false): Promise<void> {
    if (this.busy || !this.#store) return;
    this.busy = true;
    this.failure = undefined;
    this.missing = '';
    try {
      await act(this.#store);
      this.status = done;
      if (closes) {
        this.#forget();
        this.form = 'none';
        await this.updateComplete;
        // Not on a button of it: Enter that is held down would take the request back.
        this.renderRoot.querySelector<HTMLElement>('.mentorship.requested, [part~="edit"]')?.focus();
      }
      const mentor = this.#mentor.value;
      this.dispatchEvent(new MentorshipChangedEvent(mentor?.status === 'ready' ? mentor.mentorship : null));
    } catch (cause) {
      this.failure = toSocialLearningError(cause);
    }
    this.busy = false;
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      void this.#cancel();
    }
  };

  readonly #update = () => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-mentor-card': MentorCard;
  }
}
