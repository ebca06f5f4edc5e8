import {msg} from '@lit/localize';
import type {SocialLearningError, ThreadKind} from '@social-learning/sdk';
import {html, nothing, type TemplateResult} from 'lit';
import {failureWords} from '../internal/failure-words.ts';
import {drawIcon} from '../internal/icons.ts';

function notice(words: unknown): TemplateResult {
  return html`<p class="notice" part="notice">${words}</p>`;
}

/** Something that was asked for could not be done. @param onWords Called once the words for the failure are there. */
export function undone(error: SocialLearningError, onWords: () => void): TemplateResult {
  return html`<p class="notice critical" part="notice" role="alert">${msg('That did not work.')} ${failureWords(error, onWords)}</p>`;
}

/** Comes a moment late: a connection that is back at once needs no words. */
export function offline(): TemplateResult {
  return html`<p class="notice late" part="notice">${msg('There is no connection just now. You can read on and write: what you write is kept, and sent when the connection is back.')}</p>`;
}

export function locked(): TemplateResult {
  return notice([drawIcon('M4.5 7.5h7v5.5h-7zM6 7.5V5.5a2 2 0 0 1 4 0v2'), ' ', msg('This conversation is locked. It can be read, and nobody can add to it.')]);
}

export function forGuests(): TemplateResult {
  return notice(msg('Sign in on this page to take part.'));
}

export function forReading(): TemplateResult {
  return notice(msg('This space is for reading: you can follow it, and not post in it.'));
}

export function empty(kind: ThreadKind): TemplateResult {
  return html`<p class="empty">${kind === 'question'
    ? msg('Nobody has asked here yet. What you wonder, others wonder too.')
    : msg('Nobody has said anything here yet. A first question or a thank-you is a good beginning.')}</p>`;
}

/** The words on the button that opens the composer. @param begun Whether somebody has posted. */
export function invitation(kind: ThreadKind, begun: boolean): string {
  if (kind !== 'question') return msg('Join the conversation…');
  return begun ? msg('Write an answer…') : msg('Ask a question…');
}

/** The button that reads on at one end, and why that did not work. */
export function more(
  end: 'earlier' | 'later', {error, paging}: {readonly error?: SocialLearningError; readonly paging: boolean}, read: (end: 'earlier' | 'later') => void, onWords: () => void,
): TemplateResult {
  return html`
    <div class="more-row">
      ${error ? html`<p class="error" role="alert">${failureWords(error, onWords)}</p>` : nothing}
      <button class="more" part="more" aria-disabled=${paging ? 'true' : 'false'} @click=${() => read(end)}>
        ${paging ? msg('More posts are on their way…') : end === 'earlier' ? msg('Show earlier posts') : msg('Show more posts')}
      </button>
    </div>
  `;
}
