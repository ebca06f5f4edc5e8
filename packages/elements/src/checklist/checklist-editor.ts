import {msg, str} from '@lit/localize';
import {limits, toSocialLearningError, type Client, type SocialLearningError} from '@social-learning/sdk';
import type {Checklist, ChecklistStore} from '@social-learning/sdk/checklists';
import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {failureText} from '../internal/failure-text.ts';
import {draftOf, newStep, readDraft, wordsOf, type ChecklistDraft, type DraftStep} from './checklist-draft.ts';
import {StepDrag} from './step-drag.ts';

/** How the editing ended: with what was saved, or closed with nothing said. */
export type EditorEnd = (saved: Checklist | undefined) => void;

/** Where somebody writes a checklist. What is typed is kept at every keystroke. */
export class ChecklistEditor {
  readonly #host: LitElement;
  readonly #client: Client;
  readonly #store: ChecklistStore;
  readonly #before: Checklist | null;
  readonly #place: string;
  readonly #subject: {readonly title?: string} | undefined;
  readonly #onEnd: EditorEnd;
  readonly #drag: StepDrag;
  #draft: ChecklistDraft;
  #restored: boolean;
  #removed: {readonly step: DraftStep; readonly index: number} | undefined;
  #error: SocialLearningError | undefined;
  #missing: 'title' | 'steps' | undefined;
  #busy = false;
  #leaving = false;
  #status = '';

  /** @param onEnd Called when it is saved or closed. */
  constructor(
    host: LitElement, client: Client, store: ChecklistStore, before: Checklist | null, subject: {readonly title?: string} | undefined, onEnd: EditorEnd,
  ) {
    this.#host = host;
    this.#client = client;
    this.#store = store;
    this.#before = before;
    this.#subject = subject;
    this.#onEnd = onEnd;
    const {space, subject: key} = store.place;
    this.#place = before ? `checklist/${before.id}` : `checklist/new/${space ?? ''}/${key ?? ''}`;
    const kept = readDraft(client.drafts.read(this.#place));
    this.#restored = kept !== undefined;
    this.#draft = kept ?? draftOf(client, before);
    this.#drag = new StepDrag(() => [...host.renderRoot.querySelectorAll<HTMLElement>('.step-editor')], (from, to) => this.#move(from, to, 'text'));
  }

  render(): TemplateResult {
    const {title, description, steps} = this.#draft;
    const published = this.#before?.state === 'published';
    return html`
      <form class="editor" novalidate @submit=${this.#onSubmit}>
        ${this.#restored ? html`
          <p class="notice" part="notice">
            <span>${msg('What you had written is here again.')}</span>
            <button type="button" class="action" part="action" @click=${this.#startAnew}>${msg('Throw it away')}</button>
          </p>` : nothing}
        <label class="field-label" for="title">${msg('Title')}</label>
        <input
          class="field" id="title" part="field" dir="auto" maxlength=${limits.title} .value=${title} aria-invalid=${this.#missing === 'title' ? 'true' : 'false'}
          @input=${(event: Event) => this.#change({title: valueOf(event)}, true)} @keydown=${keepForm}
        />
        <label class="field-label" for="description">${msg('What it is for (optional)')}</label>
        <textarea
          class="field short" id="description" part="field" rows="1" dir="auto" maxlength=${limits.checklistDescription} .value=${description}
          @input=${(event: Event) => this.#change({description: valueOf(event)}, true)}
        ></textarea>
        <p class="field-label" id="steps-label">${msg('Steps')}</p>
        <p class="hint" id="steps-hint">${msg('Enter adds a step below. Alt with the arrow up or down moves one.')}</p>
        <ol class="editor-steps" part="steps" aria-labelledby="steps-label" aria-describedby="steps-hint">
          ${repeat(steps, ({id}) => id, (step, index) => this.#renderStep(step, index))}
        </ol>
        <div class="step-acts">
          <button type="button" class="action add" part="action" ?hidden=${steps.length >= limits.steps} @click=${() => this.#add(steps.length)}>${msg('Add a step')}</button>
          ${this.#removed ? html`
            <button type="button" class="action put-back" part="action" @click=${this.#putBack}>${msg('Put the removed step back')}</button>` : nothing}
        </div>
        ${this.#renderProblem()}
        <div class="composer-foot">
          ${published ? this.#renderLeaving() : nothing}
          ${this.#store.place.checklist !== undefined || this.#before ? html`
            <button type="button" class="action" part="action" @click=${() => this.#onEnd(undefined)}>${msg('Close')}</button>` : nothing}
          ${published ? nothing : html`
            <button type="button" class="action" part="action" aria-disabled=${this.#busy ? 'true' : 'false'} @click=${() => void this.#save(false)}>${msg('Save as draft')}</button>`}
          <button type="submit" class="send" part="send" aria-disabled=${this.#busy ? 'true' : 'false'}>${published ? msg('Save') : msg('Publish')}</button>
        </div>
        <p class="visually-hidden" role="status">${this.#status}</p>
      </form>
    `;
  }

  #renderStep(step: DraftStep, index: number): TemplateResult {
    const {id, text, note, critical} = step;
    const {length} = this.#draft.steps;
    const number = index + 1;
    const move = (by: -1 | 1, control: string) => this.#move(index, index + by, control);
    return html`
      <li class="step-editor" part="step" data-step=${id} @keydown=${(event: KeyboardEvent) => this.#onKey(event, index)}>
        <span class="handle" part="handle" aria-hidden="true" @pointerdown=${(event: PointerEvent) => this.#drag.start(event, index)}>⠿</span>
        <div class="step-fields">
          <textarea
            class="field short" part="field" rows="1" dir="auto" data-control="text" maxlength=${limits.stepText} .value=${text}
            aria-label=${msg(str`Step ${number} of ${length}`)} aria-invalid=${this.#missing === 'steps' ? 'true' : 'false'}
            @input=${(event: Event) => this.#write(id, {text: valueOf(event)})}
          ></textarea>
          <textarea
            class="field short" part="field" rows="1" dir="auto" data-control="note" maxlength=${limits.stepNote} .value=${note}
            aria-label=${msg(str`Note to step ${number}`)} placeholder=${msg('Note (optional)')}
            @input=${(event: Event) => this.#write(id, {note: valueOf(event)})}
          ></textarea>
          <div class="step-acts">
            <label class="choice"><input
              type="checkbox" data-control="critical" .checked=${critical}
              @change=${(event: Event) => this.#write(id, {critical: (event.target as HTMLInputElement).checked})}
            /> ${msg('Critical')}</label>
            <button type="button" class="action" part="action" data-control="up" aria-disabled=${index === 0 ? 'true' : 'false'}
              aria-label=${msg(str`Up: step ${number}`)} @click=${() => move(-1, 'up')}>${msg('Up')}</button>
            <button type="button" class="action" part="action" data-control="down" aria-disabled=${number === length ? 'true' : 'false'}
              aria-label=${msg(str`Down: step ${number}`)} @click=${() => move(1, 'down')}>${msg('Down')}</button>
            <button type="button" class="action" part="action" data-control="remove"
              aria-label=${msg(str`Remove: step ${number}`)} @click=${() => this.#remove(index)}>${msg('Remove')}</button>
          </div>
        </div>
      </li>
    `;
  }

  #renderProblem(): TemplateResult | typeof nothing {
    if (this.#missing) {
      return html`<p class="error" role="alert">${this.#missing === 'title' ? msg('It needs a title.') : msg('It needs at least one step.')}</p>`;
    }
    if (!this.#error) return this.#busy ? html`<p class="quiet late">${msg('Sending…')}</p>` : nothing;
    return html`<p class="error" role="alert">${this.#error.code === 'revision-conflict'
      ? msg('Somebody else has changed it in the meantime. Save again to put yours in its place, or throw yours away to see it.')
      : failureText(this.#error.code, this.#error.details)}</p>`;
  }

  #renderLeaving(): TemplateResult {
    return this.#leaving
      ? html`
        <span class="leaving">
          <span>${msg('Nobody will be able to work through it any more.')}</span>
          <button type="button" class="action yes" part="action" @click=${this.#archive}>${msg('Take it out of use')}</button>
          <button type="button" class="action" part="action" @click=${() => this.#askLeaving(false)}>${msg('Keep it')}</button>
        </span>`
      : html`<button type="button" class="action leave" part="action" @click=${() => this.#askLeaving(true)}>${msg('Take out of use…')}</button>`;
  }

  /** @param quiet Whether what is on screen is right already. */
  #change(changes: Partial<ChecklistDraft>, quiet = false): void {
    this.#draft = {...this.#draft, ...changes};
    this.#client.drafts.write(this.#place, JSON.stringify(this.#draft));
    const said = this.#error ?? this.#missing;
    this.#error = this.#missing = undefined;
    if (!quiet || said) this.#host.requestUpdate();
  }

  #write(id: string, changes: Partial<DraftStep>): void {
    this.#change({steps: this.#draft.steps.map(step => (step.id === id ? {...step, ...changes} : step))}, true);
  }

  #onKey(event: KeyboardEvent, index: number): void {
    const {key, altKey, target} = event;
    const control = (target as HTMLElement).dataset['control'] ?? 'text';
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault();
      this.#move(index, index + (key === 'ArrowUp' ? -1 : 1), control);
    } else if (key === 'Enter' && control === 'text' && !event.isComposing) {
      event.preventDefault();
      this.#add(index + 1);
    }
  }

  /** Moves a step, says where it is now, and leaves the focus where it was in it. */
  #move(from: number, to: number, control: string): void {
    const {length} = this.#draft.steps;
    if (to < 0 || to >= length) {
      this.#say(to < 0 ? msg('It is the first already.') : msg('It is the last already.'));
      return;
    }
    const steps = [...this.#draft.steps];
    const [step] = steps.splice(from, 1);
    steps.splice(to, 0, step!);
    this.#change({steps});
    const text = step!.text.trim();
    this.#say(text ? msg(str`${text}: now ${to + 1} of ${length}.`) : msg(str`The step is now ${to + 1} of ${length}.`));
    this.#focus(`[data-step="${step!.id}"] [data-control="${control}"]`);
  }

  #add(index: number): void {
    if (this.#draft.steps.length >= limits.steps) return;
    const step = newStep(this.#client);
    this.#change({steps: this.#draft.steps.toSpliced(index, 0, step)});
    this.#focus(`[data-step="${step.id}"] [data-control="text"]`);
  }

  #remove(index: number): void {
    const step = this.#draft.steps[index]!;
    this.#removed = {step, index};
    this.#change({steps: this.#draft.steps.toSpliced(index, 1)});
    this.#say(msg('Removed. It can be put back.'));
    const next = this.#draft.steps[Math.min(index, this.#draft.steps.length - 1)];
    this.#focus(next ? `[data-step="${next.id}"] [data-control="text"]` : '.add');
  }

  readonly #putBack = () => {
    const {step, index} = this.#removed!;
    this.#removed = undefined;
    this.#change({steps: this.#draft.steps.toSpliced(index, 0, step)});
    this.#focus(`[data-step="${step.id}"] [data-control="text"]`);
  };

  readonly #startAnew = () => {
    this.#draft = draftOf(this.#client, this.#before);
    this.#restored = false;
    this.#error = this.#missing = this.#removed = undefined;
    this.#client.drafts.write(this.#place, '');
    this.#host.requestUpdate();
    this.#focus('#title');
  };

  #askLeaving(on: boolean): void {
    this.#leaving = on;
    this.#host.requestUpdate();
    this.#focus(on ? '.yes' : '.leave');
  }

  readonly #archive = () => void this.#act(() => this.#store.archive(this.#before!.id));

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    void this.#save(true);
  };

  async #save(publish: boolean): Promise<void> {
    const words = wordsOf(this.#draft);
    this.#missing = words.title.trim() === '' ? 'title' : words.steps.length === 0 ? 'steps' : undefined;
    if (this.#missing) {
      this.#host.requestUpdate();
      this.#focus(this.#missing === 'title' ? '#title' : this.#draft.steps.length > 0 ? '[data-control="text"]' : '.add');
      return;
    }
    await this.#act(async () => {
      const {id, revision} = this.#draft;
      const saved = id === null ? await this.#store.create(words, this.#subject) : await this.#store.edit(id, revision, words);
      // Where what follows fails, it goes on from here.
      this.#change({id: saved.id, revision: saved.revision}, true);
      return publish && saved.state === 'draft' ? this.#store.publish(saved.id, saved.revision) : saved;
    });
  }

  async #act(act: () => Promise<Checklist>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      const saved = await act();
      this.#client.drafts.write(this.#place, '');
      this.#onEnd(saved);
    } catch (cause) {
      const error = toSocialLearningError(cause);
      if (error.details.revision !== undefined) this.#change({revision: error.details.revision});
      this.#error = error;
    }
    this.#busy = false;
    this.#host.requestUpdate();
  }

  #say(text: string): void {
    this.#status = text;
    this.#host.requestUpdate();
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

/** Enter in the title goes on to the next field rather than to everybody. */
function keepForm(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}
