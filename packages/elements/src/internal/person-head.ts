import type {Person} from '@social-learning/sdk';
import {html, type TemplateResult} from 'lit';
import {hueOf, initialsOf} from './avatar.ts';

/** Who it is: the picture or the initials, the name as a heading, and what stands below it. @param level Of the heading. */
export function renderPersonHead(person: Person, level: number, below: TemplateResult): TemplateResult {
  return html`
    <div class="who">
      ${person.picture === null
        ? html`<span class="avatar" part="avatar" aria-hidden="true" data-hue=${hueOf(person.id)}>${initialsOf(person.name)}</span>`
        : html`<img class="avatar" part="avatar" alt="" width="48" height="48" loading="lazy" referrerpolicy="no-referrer" src=${person.picture} />`}
      <div class="names">
        <div class="name" part="name" role="heading" aria-level=${level} dir="auto">${person.name}</div>
        ${below}
      </div>
    </div>
  `;
}
