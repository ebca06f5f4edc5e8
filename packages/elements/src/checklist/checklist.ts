import {msg} from '@lit/localize';
import {toSocialLearningError, type Client, type SocialLearningError} from '@social-learning/sdk';
import {checklistOf, type Checklist, type ChecklistState, type ChecklistStore, type StepView} from '@social-learning/sdk/checklists';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {avatarStyles} from '../internal/avatar.styles.ts';
import {ClientController} from '../internal/client-controller.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {formStyles} from '../internal/form.styles.ts';
import {blockStyles, frameStyles, headerStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {NearController} from '../internal/near-controller.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {StoreController} from '../internal/store-controller.ts';
import type {ChecklistEditor} from './checklist-editor.ts';
import {editorStyles} from './checklist-editor.styles.ts';
import {ChecklistFinishedEvent, ChecklistPublishedEvent} from './checklist.events.ts';
import {renderRun, sayDone, type ReadyChecklist} from './checklist-run.ts';
import {styles} from './checklist.styles.ts';
import {renderColleagues} from './colleagues.ts';

/**
 * Steps to work through, and how far one's colleagues are. Whoever may post writes one in place, by `create`; its author and
 * curators change it where it stands.
 * @summary A checklist: one's own run, and the place where it is made.
 * @tag sl-checklist
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @slot empty - Shown where the subject has no checklist, instead of our sentence.
 *
 * @event {ChecklistFinishedEvent} sl-checklist-finished - The reader has ticked the last step.
 * @event {ChecklistPublishedEvent} sl-checklist-published - The reader has published a checklist, or changed one that was.
 *
 * @csspart checklist - The whole.
 * @csspart header - Title, state and the way to edit.
 * @csspart heading - The title.
 * @csspart description - What it is for.
 * @csspart notice - A sentence about its state.
 * @csspart progress - How many steps are done.
 * @csspart bar - The bar of that.
 * @csspart steps - The list of steps.
 * @csspart step - One step.
 * @csspart checkbox - Its checkbox.
 * @csspart step-text - What it says.
 * @csspart critical - The mark of a critical step.
 * @csspart note - What stands below a step.
 * @csspart delivery - Why a tick has not arrived.
 * @csspart finished - The sentence that one has finished.
 * @csspart colleagues - How far others are.
 * @csspart people - Who has finished.
 * @csspart avatar - The picture of a person, or the initials.
 * @csspart action - A quiet button.
 * @csspart handle - What a step is dragged by.
 * @csspart field - A field of the editor.
 * @csspart send - The button that publishes or saves.
 *
 * @cssproperty [--social-checklist-gap=1rem] - Space between the parts.
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-positive=#146c2e] - Colour of what is good.
 * @cssproperty [--social-critical=#b3261e] - Colour of what must not be missed.
 * @cssproperty [--social-radius=0.5rem] - Rounding.
 * @cssproperty [--social-border=currentColor mixed] - Colour of lines.
 * @cssproperty [--social-surface=currentColor mixed] - Colour behind notices.
 *
 * @cssstate loading - While it is on its way.
 * @cssstate failed - When it could not be read.
 * @cssstate empty - When there is none.
 * @cssstate finished - When the reader has finished it.
 * @cssstate editing - While it is being written.
 */
export class ChecklistElement extends LitElement {
  static override styles = [frameStyles, controlStyles, blockStyles, formStyles, avatarStyles, headerStyles, styles, editorStyles];

  /** Id of a checklist. */
  @property() checklist?: string;

  /** Key of a subject, whose checklist is shown. Default, where no checklist is named: the page's canonical URL. */
  @property() subject?: string;

  /** Title of the subject, for lists that name it. Default: that of the page. */
  @property({attribute: 'subject-title'}) subjectTitle?: string;

  /** Slug of the space. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** Whether a new one is to be written where there is none. Without a `subject` it is on none. */
  @property({type: Boolean}) create = false;

  /** Level of the title in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private failure?: SocialLearningError;
  @state() private editor?: ChecklistEditor;
  @state() private status = '';

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #known = new StoreController<ChecklistState>(this);
  #store: ChecklistStore | undefined;
  #opening = false;

  protected override willUpdate(): void {
    const client = this.#clients.client;
    const store = client && this.#near.wasNear ? checklistOf(client, this.#place()) : undefined;
    if (store !== this.#store) {
      this.#store = store;
      this.editor = this.failure = undefined;
    }
    this.#known.store = store?.$state;
  }

  protected override render(): TemplateResult {
    const known = this.#known.value;
    return html`
      <section class="checklist" part="checklist" aria-labelledby="heading" aria-busy=${known?.status === 'loading' ? 'true' : 'false'}>
        ${this.#renderHeader(known)}
        ${this.#renderBody(known)}
        ${this.failure ? html`<p class="notice critical" part="notice" role="alert">${msg('That did not work.')} ${failureWords(this.failure, this.#update)}</p>` : nothing}
        <p class="visually-hidden" role="status">${this.status}</p>
      </section>
    `;
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    const known = this.#known.value;
    const ready = known?.status === 'ready' ? known : undefined;
    setStates(this.#internals, {
      loading: known?.status === 'loading',
      failed: known?.status === 'failed',
      empty: ready?.checklist === null,
      finished: ready?.finished === true && ready.checklist?.state === 'published',
      editing: this.editor !== undefined,
    });
    // A checkbox changes by itself when it is pressed: where nothing came of that, it must go back.
    for (const box of this.renderRoot.querySelectorAll<HTMLInputElement>('.tick > input')) box.checked = box.closest('.step')!.hasAttribute('data-done');
    if (this.create && ready?.checklist === null && !this.editor && !this.failure && this.#store?.mayCreate) void this.#edit(null, false);
  }

  /** Reads it anew. */
  async reload(): Promise<void> {
    await this.#store?.reload();
  }

  #place(): ChecklistStore['place'] {
    if (this.checklist !== undefined) return {checklist: this.checklist};
    const space = this.#clients.space;
    const subject = this.subject ?? (this.create ? undefined : canonicalUrl());
    return {...(space !== undefined && {space}), ...(subject !== undefined && {subject})};
  }

  #renderHeader(known: ChecklistState | undefined): TemplateResult {
    const checklist = known?.status === 'ready' ? known.checklist : null;
    return html`
      <header class="header" part="header">
        <div id="heading" class="heading" part="heading" role="heading" aria-level=${this.headingLevel} tabindex="-1" dir="auto">
          ${this.editor && !checklist ? msg('A new checklist') : checklist?.title ?? msg('Checklist')}
        </div>
        ${checklist?.state === 'draft' && !this.editor ? html`<p class="badge">${msg('Draft')}</p>` : nothing}
        ${checklist && !this.editor && this.#store?.mayEdit
          ? html`<button type="button" class="action edit" part="action" @click=${() => this.#edit(checklist, true)}>${msg('Edit')}</button>`
          : nothing}
      </header>
    `;
  }

  #renderBody(known: ChecklistState | undefined): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    if (!known || known.status === 'loading') return onItsWay(msg('The checklist is on its way.'));
    if (known.status === 'failed') return failed(known.error, msg('The checklist could not be read.'), () => this.reload(), this.#update);
    if (this.editor) return this.editor.render();
    if (!known.checklist) return this.#renderNone();
    return this.#renderChecklist(known, known.checklist);
  }

  #renderNone(): TemplateResult {
    return html`
      <slot name="empty"><p class="quiet">${this.create && !this.#clients.client?.me?.person
        ? msg('Sign in to make a checklist.')
        : this.create ? msg('You may not make a checklist here.') : msg('There is no checklist here yet.')}</p></slot>`;
  }

  #renderChecklist(known: ReadyChecklist, {state: stands, description}: Checklist): TemplateResult {
    return html`
      ${description === null ? nothing : html`<p class="description" part="description" dir="auto">${description}</p>`}
      ${stands === 'archived' ? html`<p class="notice" part="notice">${msg('This checklist is not in use any more.')}</p>` : nothing}
      ${stands === 'draft' ? html`<p class="quiet">${msg('Only you and the curators of this space see it.')}</p>` : nothing}
      ${renderRun(known, {store: this.#store!, tick: this.#tick, onWords: this.#update})}
      ${stands === 'published' && !this.#clients.client?.me?.person ? html`<p class="quiet">${msg('Sign in to tick the steps.')}</p>` : nothing}
      ${known.others && stands === 'published' ? renderColleagues(known.others) : nothing}
    `;
  }

  readonly #update = () => this.requestUpdate();

  readonly #tick = async ({step}: StepView, on: boolean) => {
    const store = this.#store!;
    this.failure = undefined;
    const finished = () => {
      const known = store.$state.get();
      return known.status === 'ready' && known.finished;
    };
    const before = finished();
    try {
      await store.tick(step.id, on);
      const known = store.$state.get();
      if (known.status !== 'ready' || !known.checklist) return;
      this.status = !before && known.finished ? msg('You have finished. Well done.') : sayDone(known);
      if (!before && known.finished) this.dispatchEvent(new ChecklistFinishedEvent(known.checklist.id));
    } catch (cause) {
      this.failure = toSocialLearningError(cause);
    }
    this.requestUpdate();
  };

  /** @param focus Whether somebody asked for it, and goes on there. */
  async #edit(before: Checklist | null, focus: boolean): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    try {
      const {ChecklistEditor} = await import('./checklist-editor.ts');
      const store = this.#store!;
      const title = this.subjectTitle ?? (document.title || undefined);
      this.editor = new ChecklistEditor(this, this.#clients.client!, store, before, title === undefined ? undefined : {title: title.slice(0, 200)}, saved => void this.#onEnd(saved));
      await this.updateComplete;
      if (focus) this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
    } catch (cause) {
      this.failure = toSocialLearningError(cause);
    }
    this.#opening = false;
  }

  async #onEnd(saved: Checklist | undefined): Promise<void> {
    this.editor = undefined;
    if (saved) {
      // One that was made on no subject is shown from here on.
      if (this.checklist === undefined && this.#store?.place.subject === undefined) this.checklist = saved.id;
      this.status = saved.state === 'published' ? msg('Published.') : saved.state === 'draft' ? msg('Saved as a draft.') : msg('Taken out of use.');
      if (saved.state === 'published') this.dispatchEvent(new ChecklistPublishedEvent(saved.id));
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(saved ? '#heading' : '.edit')?.focus();
  }
}

function canonicalUrl(): string {
  return document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.origin + location.pathname;
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-checklist': ChecklistElement;
  }
}
