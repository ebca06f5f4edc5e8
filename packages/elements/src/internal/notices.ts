import {msg} from '@lit/localize';
import type {SocialLearningError} from '@social-learning/sdk';
import {html, nothing, type TemplateResult} from 'lit';
import {failureWords} from './failure-words.ts';

/** Where no backend is named, for whoever makes the page. */
export const withoutBackend = (): TemplateResult => html`
  <p class="notice critical" part="notice" role="alert">${msg('This element does not know its backend. Load sl.js from it, or name it: <sl-provider backend="…">.')}</p>`;

/** @param words What is on its way. @param lines How many lines it is likely to have. */
export const onItsWay = (words: string, lines = 2): TemplateResult => html`
  <p class="visually-hidden">${words}</p><div class="skeleton" aria-hidden="true">${Array.from({length: lines}, () => html`<span></span>`)}</div>`;

/** @param words What went wrong, such as what could not be read. @param onWords Called once the words for the failure are there. */
export const failed = (error: SocialLearningError | undefined, words: string, again: () => void, onWords: () => void): TemplateResult => html`
  <div class="notice critical" part="notice" role="alert">
    <p>${words} ${error ? failureWords(error, onWords) : nothing}</p>
    <button type="button" class="send" part="action retry" @click=${again}>${msg('Try again')}</button>
  </div>`;
