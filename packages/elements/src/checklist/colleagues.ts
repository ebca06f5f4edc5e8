import {msg, str} from '@lit/localize';
import type {ChecklistState} from '@social-learning/sdk/checklists';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {renderAvatar} from '../internal/render-avatar.ts';
import {sayNumber} from '../internal/times.ts';

type Others = NonNullable<Extract<ChecklistState, {status: 'ready'}>['others']>;

/** How many of those who finished are named. */
const named = 5;

function renderPerson(person: Others['people'][number]): TemplateResult {
  return html`
    <li class="who">
      ${renderAvatar(person)}
      <bdi>${person.name}</bdi>
    </li>
  `;
}

/** How far the others are, in words, with the names of those who finished last. */
export function renderColleagues({began, finished, people}: Others): TemplateResult {
  const shown = people.slice(0, named);
  const rest = finished - shown.length;
  const running = began - finished;
  return html`
    <div class="colleagues" part="colleagues">
      <p>
        ${finished === 0 ? msg('None of your colleagues has finished yet.')
          : finished === 1 ? msg('1 of your colleagues has finished.')
          : msg(str`${sayNumber(finished)} of your colleagues have finished.`)}
        ${running <= 0 ? nothing : running === 1 ? msg('1 is on the way.') : msg(str`${sayNumber(running)} are on the way.`)}
      </p>
      ${shown.length === 0 ? nothing : html`
        <ul class="people" part="people" aria-label=${msg('Who has finished')}>
          ${repeat(shown, ({id}) => id, renderPerson)}
          ${rest > 0 ? html`<li class="who rest">${msg(str`and ${sayNumber(rest)} more`)}</li>` : nothing}
        </ul>`}
    </div>
  `;
}
