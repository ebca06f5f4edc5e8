import {msg, str} from '@lit/localize';
import type {ChecklistState, ChecklistStore, StepView} from '@social-learning/sdk/checklists';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {failureWords} from '../internal/failure-words.ts';
import {drawIcon, tick} from '../internal/icons.ts';
import {sayNumber} from '../internal/times.ts';

export type ReadyChecklist = Extract<ChecklistState, {status: 'ready'}>;

/** What can be done with the steps. */
export interface RunActs {
  readonly store: ChecklistStore;
  tick(step: StepView, on: boolean): void;
  /** Called once the words for a failure are there. */
  onWords(): void;
}

/** How many steps are done, in words. */
export function sayDone({done, steps}: Pick<ReadyChecklist, 'done' | 'steps'>): string {
  return steps.length === 1
    ? done === 1 ? msg('The one step is done.') : msg('The one step is still to do.')
    : msg(str`${sayNumber(done)} of ${sayNumber(steps.length)} steps done.`);
}

/** The steps as one works through them. */
export function renderRun(state: ReadyChecklist, acts: RunActs): TemplateResult {
  const {steps, done, finished} = state;
  const {mayTick} = acts.store;
  return html`
    ${mayTick ? html`
      <div class="progress" part="progress">
        <p id="done">${sayDone(state)}</p>
        <progress part="bar" aria-labelledby="done" max=${steps.length} value=${done}></progress>
      </div>` : nothing}
    <ol class="steps" part="steps">
      ${repeat(steps, ({step}) => step.id, view => renderStep(view, mayTick, acts))}
    </ol>
    ${finished && mayTick ? html`<p class="finished" part="finished">${drawIcon(tick)} ${msg('You have finished. Well done.')}</p>` : nothing}
  `;
}

function renderStep(view: StepView, mayTick: boolean, acts: RunActs): TemplateResult {
  const {step: {id, text, note, critical}, done} = view;
  return html`
    <li class="step" part="step" data-step=${id} ?data-done=${done}>
      <label class="tick">
        <input
          type="checkbox" part="checkbox" .checked=${done} ?disabled=${!mayTick}
          aria-describedby=${note === null ? nothing : `note-${id}`}
          @change=${(event: Event) => acts.tick(view, (event.target as HTMLInputElement).checked)}
        />
        <span class="step-words">
          <span class="step-text" part="step-text" dir="auto">${text}</span>
          ${critical ? html`<strong class="critical-mark" part="critical">${msg('Critical')}</strong>` : nothing}
        </span>
      </label>
      ${note === null ? nothing : html`<p class="note" part="note" id=${`note-${id}`} dir="auto">${note}</p>`}
      ${renderDelivery(view, acts)}
    </li>
  `;
}

/** Says that a tick has not arrived, so that nothing hangs without a word. */
function renderDelivery({pending, step}: StepView, {store, onWords}: RunActs): TemplateResult | typeof nothing {
  if (!pending || (pending.state === 'waiting' && pending.attempts === 0 && pending.kept)) return nothing;
  const {state, error, kept, attempts, id} = pending;
  return html`
    <p class="delivery" part="delivery">
      <span>
        ${state === 'parked' ? msg('Not saved.') : attempts > 0 ? msg('Not sent yet.') : msg('Sending…')}
        ${error ? failureWords({code: error.code, details: error.details}, onWords) : nothing}
        ${state === 'waiting' && attempts > 0 ? msg('It is kept, and sent by itself as soon as it can be.') : nothing}
        ${kept ? nothing : msg('This browser cannot keep it: leave the page open until it is sent.')}
      </span>
      <button type="button" class="action" part="action retry" aria-label=${msg(str`Try again now: ${step.text}`)} @click=${() => void store.retry(id)}>${msg('Try again now')}</button>
      ${state === 'parked' ? html`
        <button type="button" class="action" part="action discard" aria-label=${msg(str`Leave it: ${step.text}`)} @click=${() => void store.discard(id)}>${msg('Leave it')}</button>` : nothing}
    </p>
  `;
}
