import {msg} from '@lit/localize';
import type {ContentItem} from '@social-learning/sdk/content';
import {html, nothing, type TemplateResult} from 'lit';
import {drawIcon} from '../internal/icons.ts';
import {sayExactTime, sayTime} from '../internal/times.ts';
import {sayAuthor, sayKind, sayState} from './content-words.ts';

const outlines: Readonly<Record<ContentItem['kind'], string>> = {
  video: 'M2 4h9v8H2zM11 7l3-2v6l-3-2',
  audio: 'M8 2a2 2 0 0 1 2 2v4a2 2 0 0 1-4 0V4a2 2 0 0 1 2-2ZM4 8a4 4 0 0 0 8 0M8 12v2',
  image: 'M2 3h12v10H2zM2 11l4-4 3 3 2-2 3 3M10.5 6h.01',
  document: 'M4 2h5l3 3v9H4zM9 2v3h3M6 8h4M6 11h4',
  link: 'M6.5 9.5 9.5 6.5M7 5l1.5-1.5a2.5 2.5 0 0 1 4 4L11 9M9 11l-1.5 1.5a2.5 2.5 0 0 1-4-4L5 7',
};

/** An item in a list: what it is, whose, and since when. */
export function renderCard(item: ContentItem, {now, headingLevel, open}: {now: number; headingLevel: number; open(item: ContentItem): void}): TemplateResult {
  const {id, kind, title, author, description, publishedAt, createdAt, state} = item;
  const at = publishedAt ?? createdAt;
  return html`
    <li class="card" part="card" data-id=${id}>
      <span class="sign" aria-hidden="true">${drawIcon(outlines[kind])}</span>
      <div class="card-body">
        <div class="card-title" role="heading" aria-level=${headingLevel + 1}><button class="open" part="open" dir="auto" @click=${() => open(item)}>${title}</button></div>
        <p class="quiet">
          ${sayKind(kind)} · <bdi>${sayAuthor(author?.name)}</bdi> · <time datetime=${at} title=${sayExactTime(at)}>${sayTime(at, now)}</time>
          ${state === 'published' ? nothing : html`<span class="badge" part="badge">${sayState(state)}</span>`}
        </p>
        ${description ? html`<p class="excerpt" dir="auto">${description}</p>` : nothing}
        ${renderSkills(item)}
      </div>
    </li>
  `;
}

export function renderSkills({skills}: Pick<ContentItem, 'skills'>): TemplateResult | typeof nothing {
  if (skills.length === 0) return nothing;
  const words = skills.map(skill => html`<li dir="auto">${skill}</li>`);
  return html`<ul class="skills" part="skills" aria-label=${msg('Skills')}>${words}</ul>`;
}
