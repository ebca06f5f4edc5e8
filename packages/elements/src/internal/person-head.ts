import type {Person} from '@social-learning/sdk';
import {html, type TemplateResult} from 'lit';
import {renderAvatar} from './render-avatar.ts';

/** Who it is: the picture or the initials, the name as a heading, and what stands below it. @param level Of the heading. */
export function renderPersonHead(person: Person, level: number, below: TemplateResult): TemplateResult {
  return html`
    <div class="who">
      ${renderAvatar(person)}
      <div class="names">
        <div class="name" part="name" role="heading" aria-level=${level} dir="auto">${person.name}</div>
        ${below}
      </div>
    </div>
  `;
}
