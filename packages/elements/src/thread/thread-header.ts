import {msg, str} from '@lit/localize';
import type {Thread, ThreadKind, ThreadState} from '@social-learning/sdk';
import {html, nothing, type TemplateResult} from 'lit';
import {sayNumber} from '../internal/times.ts';
import {title} from './notices.ts';

/** What stands above a conversation. */
export interface Header {
  readonly thread: Thread | null;
  readonly kind: ThreadKind;
  readonly heading: string | undefined;
  readonly headingLevel: number;
  readonly following: boolean;
  readonly mayFollow: boolean;
  readonly mayLock: boolean;
  readonly maySearch: boolean;
  search(): void;
  follow(): void;
  lock(): void;
}

/** Fewest posts that are worth an order. */
const fewest = 3;
/** Fewest posts among which one looks for words. */
const fewestToSearch = 10;

export function renderHeader({thread, kind, heading, headingLevel, following, mayFollow, mayLock, maySearch, search, follow, lock}: Header): TemplateResult {
  const posts = thread?.posts ?? 0;
  return html`
    <header class="header" part="header">
      <div id="heading" class="heading" part="heading" role="heading" aria-level=${headingLevel} dir="auto">${heading ?? thread?.title ?? title(kind)}</div>
      ${posts > 0 ? html`<p class="count">${posts === 1 ? msg('1 post') : msg(str`${sayNumber(posts)} posts`)}</p>` : nothing}
      <span id="news"></span>
      ${posts < fewest ? nothing : html`<span id="order"></span>`}
      ${maySearch && posts >= fewestToSearch
        ? html`<button class="action" part="action" id="search-button" aria-expanded="false" @click=${search}>${msg('Search')}</button>`
        : nothing}
      ${thread && mayFollow
        ? html`<button class="action" part="action" aria-pressed=${following ? 'true' : 'false'} @click=${follow}>${following ? msg('Following') : msg('Follow')}</button>`
        : nothing}
      ${thread && mayLock ? html`<button class="action" part="action" @click=${lock}>${thread.state === 'locked' ? msg('Unlock') : msg('Lock')}</button>` : nothing}
    </header>
  `;
}

/** What changes with every post. */
const counts = ['posts', 'lastActivityAt', 'version'];

/** Whether two states of a thread differ in no more than how many posts there are. To show that lays the page out anew, which need not be done for each. */
export function differInCounts(value: ThreadState, before: ThreadState): boolean {
  const rest = (state: ThreadState) => JSON.stringify(state, (key, item: unknown) => (counts.includes(key) ? undefined : item));
  return value.status === 'ready' && rest(value) === rest(before);
}
