import {msg} from '@lit/localize';
import type {SocialLearningError} from '@social-learning/sdk';
import {html, type TemplateResult} from 'lit';
import {failureWords} from '../internal/failure-words.ts';

export function withoutBackend(): TemplateResult {
  return html`<p class="notice critical" part="notice" role="alert">${msg('These kudos do not know their backend. Load sl.js from it, or name it: <sl-provider backend="…">.')}</p>`;
}

/** @param onWords Called once the words for the failure are there. */
export function failed(error: SocialLearningError, again: () => void, onWords: () => void): TemplateResult {
  return html`
    <div class="notice critical" part="notice" role="alert">
      <p>${msg('The kudos could not be read.')} ${failureWords(error, onWords)}</p>
      <button class="send" part="action retry" @click=${again}>${msg('Try again')}</button>
    </div>
  `;
}

/** Comes a moment late: a connection that is back at once needs no words. */
export function offline(): TemplateResult {
  return html`<p class="notice late" part="notice">${msg('There is no connection just now. What you give is kept, and sent when the connection is back.')}</p>`;
}
