import {msg} from '@lit/localize';
import type {PointsEntry} from '@social-learning/sdk/leaderboard';
import {html, type TemplateResult} from 'lit';
import {sayExactTime, sayNumber, sayTime} from '../internal/times.ts';
import {sayActivity} from './leaderboard-words.ts';

/** What each of one's points was for, the latest first. */
export function renderEntries(entries: readonly PointsEntry[], now: number): TemplateResult {
  if (entries.length === 0) return html`<p class="quiet">${msg('No points yet.')}</p>`;
  const lines = entries.map(({activity, points, at}) => html`
    <li>
      <span class="amount">${points > 0 ? `+${sayNumber(points)}` : sayNumber(points)}</span>
      <span>${sayActivity(activity)}${points < 0 ? html` <span class="quiet">${msg('– is no longer there')}</span>` : ''}</span>
      <time class="quiet" datetime=${at} title=${sayExactTime(at)}>${sayTime(at, now)}</time>
    </li>`);
  return html`<ol class="ledger">${lines}</ol>`;
}
