import {msg, str} from '@lit/localize';
import type {Client, Output, Post} from '@social-learning/sdk';
import {diffWordsWithSpace} from 'diff';
import {html, nothing, render, type TemplateResult} from 'lit';
import {sayExactTime, sayNumber, sayTime} from '../internal/times.ts';

type Revision = Output<'revisions.list'>['revisions'][number];

/** Shows below a post what it said before, and what each edit changed. */
export async function showHistory(client: Client, {id}: Post, below: HTMLElement, onClose: () => void): Promise<void> {
  const {revisions} = await client.call('revisions.list', {post: id});
  below.querySelector(':scope > .history')?.remove();
  const place = Object.assign(document.createElement('div'), {className: 'history'});
  place.setAttribute('part', 'history');
  below.append(place);
  const close = () => {
    place.remove();
    onClose();
  };
  const now = client.serverNow();
  const items = revisions.map((revision, index) => renderRevision(revision, revisions[index + 1], now));
  render(html`
    <p class="field-label" id="history-${id}" tabindex="-1">${msg('Earlier versions')}</p>
    <ol class="revisions" aria-labelledby="history-${id}">${items}</ol>
    <button type="button" class="action" @click=${close}>${msg('Close')}</button>
  `, place);
  place.querySelector<HTMLElement>('.field-label')!.focus();
}

function renderRevision({revision, source, reason, at}: Revision, before: Revision | undefined, now: number): TemplateResult {
  return html`
    <li>
      <p class="quiet">
        ${before ? msg(str`Version ${sayNumber(revision)}`) : msg('As it was first')}, <time datetime=${at} title=${sayExactTime(at)}>${sayTime(at, now)}</time>
        ${reason ? html`<br /><q dir="auto">${reason}</q>` : nothing}
      </p>
      <p class="revision" dir="auto">${before ? renderChanges(before.source, source) : source}</p>
    </li>
  `;
}

/** What came and what went, marked by elements of that meaning and not by colour alone. */
function renderChanges(before: string, after: string): TemplateResult[] {
  return diffWordsWithSpace(before, after).map(({value, added, removed}) =>
    added ? html`<ins>${value}</ins>` : removed ? html`<del>${value}</del>` : html`${value}`);
}
