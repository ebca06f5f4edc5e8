import {msg, str} from '@lit/localize';
import type {KudosStore, KudosView} from '@social-learning/sdk/kudos';
import {html, nothing, type TemplateResult} from 'lit';
import {failureWords} from '../internal/failure-words.ts';
import {drawIcon} from '../internal/icons.ts';

/** What can be done with kudos that are one's own or on their way. */
export interface DeliveryActs {
  readonly store: KudosStore;
  /** Puts what was said where it can be said again. */
  takeUp(view: KudosView): void;
  withdraw(view: KudosView): void;
  /** Tells the moderators; left out where nobody could. */
  readonly report?: ((view: KudosView, button: HTMLElement) => void) | undefined;
  /** Called once the words for a failure are there. */
  onWords(): void;
}

/** Says how far an act on kudos has come, so that nothing hangs without a word; and lets one take back what one just gave. */
export function renderDelivery(view: KudosView, acts: DeliveryActs): TemplateResult | typeof nothing {
  const {pending, kudos} = view;
  if (!pending) {
    if (acts.store.withdrawable(kudos) <= 0) return view.mine || !acts.report ? nothing : renderReport(view, acts.report);
    return html`<p class="delivery"><button class="action" part="action withdraw" @click=${() => acts.withdraw(view)}>${msg('Take back')}</button></p>`;
  }
  const {state, attempts, error, kept, name, id} = pending;
  const giving = name === 'kudos.give';
  const words = state === 'parked'
    ? giving ? msg('Not given.') : msg('Not taken back.')
    : attempts === 0 ? msg('Sending…') : msg('Not sent yet.');
  const retry = () => void acts.store.retry(id);
  return html`
    <p class="delivery" part="delivery">
      <span>
        ${words} ${error ? failureWords({code: error.code, details: error.details}, acts.onWords) : nothing}
        ${state === 'waiting' && attempts > 0 ? msg('It is kept, and sent by itself as soon as it can be.') : nothing}
        ${kept ? nothing : msg('This browser cannot keep it: leave the page open until it is sent.')}
      </span>
      ${state === 'parked' || attempts > 0 ? html`<button class="action" part="action retry" @click=${retry}>${msg('Try again now')}</button>` : nothing}
      ${state === 'parked'
        ? html`<button class="action" part="action discard" @click=${() => acts.takeUp(view)}>${giving ? msg('Change it') : msg('Leave it')}</button>`
        : nothing}
    </p>
  `;
}

/** Outline of a flag. */
const flag = 'M4 14V2.5M4 3h7.5l-1.8 2.8 1.8 2.7H4';

function renderReport(view: KudosView, report: NonNullable<DeliveryActs['report']>): TemplateResult {
  const label = msg(str`Report the kudos of ${view.kudos.from?.name ?? msg('Somebody who left')}`);
  return html`
    <button class="action flag" part="action report" aria-label=${label} title=${msg('Report')} @click=${(event: Event) => report(view, event.currentTarget as HTMLElement)}>${drawIcon(flag)}</button>`;
}
