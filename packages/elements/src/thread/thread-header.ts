import {msg} from '@lit/localize';
import type {Thread} from '@social-learning/sdk';
import {html, nothing, type TemplateResult} from 'lit';

/** What can be done with a conversation as a whole. */
export interface HeaderButtons {
  readonly thread: Thread | null;
  readonly following: boolean;
  readonly mayFollow: boolean;
  readonly mayLock: boolean;
  readonly maySearch: boolean;
  search(): void;
  follow(): void;
  lock(): void;
}

/** Fewest posts among which one looks for words. */
const fewestToSearch = 10;

export function headerButtons({thread, following, mayFollow, mayLock, maySearch, search, follow, lock}: HeaderButtons): TemplateResult | typeof nothing {
  if (!thread) return nothing;
  return html`
    ${maySearch && thread.posts >= fewestToSearch
      ? html`<button class="action" part="action" id="search-button" aria-expanded="false" @click=${search}>${msg('Search')}</button>`
      : nothing}
    ${mayFollow
      ? html`<button class="action" part="action" aria-pressed=${following ? 'true' : 'false'} @click=${follow}>${following ? msg('Following') : msg('Follow')}</button>`
      : nothing}
    ${mayLock ? html`<button class="action" part="action" @click=${lock}>${thread.state === 'locked' ? msg('Unlock') : msg('Lock')}</button>` : nothing}
  `;
}
