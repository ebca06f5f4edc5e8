import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type Person, type SocialLearningError} from '@social-learning/sdk';
import {profileOf, type OwnProfile, type Profile, type ProfileState, type ProfileStore} from '@social-learning/sdk/profiles';
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
import {NearController} from '../internal/near-controller.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {renderPersonHead} from '../internal/person-head.ts';
import {redrawEvery} from '../internal/redraw.ts';
import {StoreController} from '../internal/store-controller.ts';
import {mentorStyles} from '../mentor-card/mentor-card.styles.ts';
import {fieldsOf, renderPersonForm, wishOf, type PersonFields} from './person-form.ts';
import {renderFacts, renderPlace, sayHidden} from './person-view.ts';
import {ProfileChangedEvent} from './profile.events.ts';
import {styles} from './profile.styles.ts';

type Ready = Extract<ProfileState, {status: 'ready'}>;

/**
 * A person: what they do, where and at what time, their languages and skills, how often they were thanked, and whether they
 * mentor. One's own is edited in place, with what others see of it.
 *
 * @summary A person, to read and, if it is oneself, to edit.
 * @tag sl-profile
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @slot actions - What else one can do, such as thank them.
 *
 * @event {ProfileChangedEvent} sl-profile-changed - Whoever uses the page has changed their own profile here.
 *
 * @csspart card - The whole card.
 * @csspart avatar - The picture, or the initials.
 * @csspart name - The name.
 * @csspart title - What they do.
 * @csspart place - Where they work, and the time there.
 * @csspart facts - Skills, languages, since when they are here, kudos.
 * @csspart kudos - How often they were thanked.
 * @csspart form - The form in which one edits one's own.
 * @csspart field - A field of it.
 * @csspart privacy - What others see.
 * @csspart action - A button; it also has the part of its name (edit, save, cancel, mentoring, report).
 * @csspart notice - A sentence about its state.
 *
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-critical=#b3261e] - Colour of what went wrong.
 * @cssproperty [--social-radius=0.5rem] - Rounding of fields, buttons and notices.
 *
 * @cssstate loading - While it is on its way.
 * @cssstate failed - When it could not be read.
 * @cssstate own - On the reader's own profile.
 */
export class ProfileElement extends LitElement {
  static override styles = [frameStyles, controlStyles, blockStyles, avatarStyles, formStyles, mentorStyles, styles];

  /** Whose profile: an id, or what the host calls the person (the `sub` of their tokens). Default: the reader's own. */
  @property() person?: string;

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** How much it shows: `compact` a line, `card` what one meets people by, `full` also their mentoring. */
  @property() variant: 'compact' | 'card' | 'full' = 'card';

  /** Level of the name as a heading in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private editing = false;
  @state() private mentoring = false;
  @state() private failure?: SocialLearningError;
  @state() private busy = false;
  @state() private status = '';

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #profile = new StoreController<ProfileState>(this);
  #store: ProfileStore | undefined;
  #card: HTMLElement | undefined;

  constructor() {
    super();
    redrawEvery(30_000, this);
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const store = client && this.#near.wasNear ? profileOf(client, this.person || undefined, this.#clients.space) : undefined;
    if (store !== this.#store) {
      this.#store = store;
      this.editing = this.mentoring = false;
      this.#card = undefined;
    }
    this.#profile.store = store?.$state;
  }

  protected override render(): TemplateResult {
    const profile = this.#profile.value;
    const isLine = this.variant === 'compact' && !this.editing && !this.mentoring;
    return html`
      <section class="card ${isLine ? 'compact' : ''}" part="card" aria-busy=${profile?.status === 'loading' ? 'true' : 'false'}>
        ${!profile || profile.status === 'loading' ? this.#renderLoading() : profile.status === 'failed' ? this.#renderFailed(profile.error) : this.#renderReady(profile, isLine)}
        <p class="visually-hidden" role="status">${this.status}</p>
      </section>
    `;
  }

  protected override updated(): void {
    const profile = this.#profile.value;
    setStates(this.#internals, {
      loading: !profile || profile.status === 'loading',
      failed: profile?.status === 'failed',
      own: profile?.status === 'ready' && profile.own !== null,
    });
    // What was typed before a reload stands in the form again.
    if (profile?.status === 'ready' && profile.own && !this.editing && this.variant !== 'compact' && this.#kept !== '') this.editing = true;
  }

  /** Reads it anew. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  #renderLoading(): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    return onItsWay(msg('The profile is on the way.'), 1);
  }

  #renderFailed(error: SocialLearningError): TemplateResult {
    if (error.code === 'unauthenticated') return html`<p class="notice" part="notice">${msg('Sign in on this page to see people.')}</p>`;
    return failed(error, msg('This could not be read.'), () => this.reload(), this.#update);
  }

  #renderReady({profile, left, own}: Ready, isLine: boolean): TemplateResult {
    if (!profile) return html`<p class="notice" part="notice">${left ? msg('This person has left.') : msg('This person is not here, or has left.')}</p>`;
    const now = this.#clients.client?.serverNow() ?? Date.now();
    const hint = own && !isLine && !this.editing ? sayHidden(own) : '';
    return html`
      ${renderPersonHead(profile.person, this.headingLevel, renderPlace(profile, now))}
      ${isLine || this.editing ? nothing : renderFacts(profile)}
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${own && this.editing ? this.#renderForm(profile, own) : this.#renderActs(profile, own)}
      ${this.failure ? html`<p class="error" role="alert">${failureWords(this.failure, this.#update)}</p>` : nothing}
      <div class="concerns"></div>
    `;
  }

  #renderActs({person, mentor}: Profile, own: OwnProfile | null): TemplateResult {
    const mentors = mentor !== null && !own;
    const mayReport = !own && this.variant !== 'compact' && this.#clients.client?.can('reports.create');
    return html`
      <div class="acts">
        ${own && this.#clients.client?.can('people.edit')
          ? html`<button class="action edit" part="action edit" @click=${this.#edit}>${msg('Edit your profile')}</button>` : nothing}
        ${mentors && this.variant !== 'full' ? html`
          <button class="action" part="action mentoring" aria-expanded=${this.mentoring ? 'true' : 'false'} aria-label=${msg(str`Mentoring with ${person.name}`)}
            @click=${() => (this.mentoring = !this.mentoring)}>${msg('Mentoring')}</button>` : nothing}
        <slot name="actions"></slot>
        ${mayReport
          ? html`<button class="action report" part="action report" aria-label=${msg(str`Report ${person.name}`)} @click=${(event: Event) => this.#report(person, event)}>${msg('Report')}</button>` : nothing}
      </div>
      ${mentors && (this.mentoring || this.variant === 'full') ? this.#mentorCard(person.id) : nothing}
    `;
  }

  #renderForm(profile: Profile, own: OwnProfile): TemplateResult {
    const fields = this.#fields(profile, own);
    return html`
      <form class="composer" part="form" novalidate @submit=${this.#save} @keydown=${this.#onKey}>
        ${renderPersonForm(fields, change => {
          this.#clients.client?.drafts.write(this.#place, JSON.stringify({...this.#fields(profile, own), ...change}));
          this.requestUpdate();
        })}
        <div class="composer-foot">
          <button type="button" class="action" part="action cancel" @click=${this.#cancel}>${msg('Cancel')}</button>
          <button type="submit" class="send" part="action save" aria-disabled=${this.busy ? 'true' : 'false'}>${msg('Save')}</button>
        </div>
      </form>
    `;
  }

  /** What they offer as a mentor, where one asks; of the same prefix as this element. */
  #mentorCard(person: string): HTMLElement {
    if (this.#card) return this.#card;
    const prefix = this.localName.slice(0, -'-profile'.length);
    const card = document.createElement(`${prefix}-mentor-card`);
    const client = this.#clients.client;
    Object.assign(card, {person, headingLevel: Math.min(6, this.headingLevel + 1), ...(this.#clients.space !== undefined && {space: this.#clients.space}), ...(client && {client})});
    return (this.#card = card);
  }

  get #place(): string {
    return `profile/${this.#clients.client?.owner ?? ''}`;
  }

  get #kept(): string {
    return this.#clients.client?.drafts.read(this.#place) ?? '';
  }

  /** The texts of the form: the draft, or else the profile. */
  #fields(profile: Profile, own: OwnProfile): PersonFields {
    const first = fieldsOf(profile, own);
    try {
      return this.#kept ? {...first, ...(JSON.parse(this.#kept) as PersonFields)} : first;
    } catch {
      return first;
    }
  }

  readonly #edit = async () => {
    this.editing = true;
    this.failure = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('form .field')?.focus();
  };

  readonly #cancel = () => this.#close();

  async #close(): Promise<void> {
    this.#clients.client?.drafts.write(this.#place, '');
    this.editing = false;
    this.failure = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[part~="edit"]')?.focus();
  }

  readonly #save = async (event: Event) => {
    event.preventDefault();
    const {profile, own} = this.#ready ?? {};
    if (this.busy || !profile || !own) return;
    this.busy = true;
    this.failure = undefined;
    try {
      await this.#store!.edit(wishOf(this.#fields(profile, own)), () =>
        (this.status = msg('There is no connection just now. It is kept, and sent by itself as soon as it can be.')));
      this.status = msg('Your profile is saved.');
      await this.#close();
      const now = this.#ready?.profile;
      if (now) this.dispatchEvent(new ProfileChangedEvent(now));
    } catch (cause) {
      this.failure = toSocialLearningError(cause);
    }
    this.busy = false;
  };

  #report({id, name}: Person, {currentTarget}: Event): void {
    const button = currentTarget as HTMLElement;
    const client = this.#clients.client!;
    const say = (text: string) => (this.status = text);
    void import('../internal/report.ts').then(({openReport}) => openReport({
      client, space: this.#clients.space, target: {type: 'person', id}, heading: msg(str`Report how ${name} behaves here`),
      below: this.renderRoot.querySelector<HTMLElement>('.concerns')!, button, say,
    })).catch(() => say(msg('That did not work.')));
  }

  get #ready(): Ready | undefined {
    const profile = this.#profile.value;
    return profile?.status === 'ready' ? profile : undefined;
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    void this.#close();
  };

  readonly #update = () => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-profile': ProfileElement;
  }
}
