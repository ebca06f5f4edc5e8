import {msg, str} from '@lit/localize';
import type {Kudos, KudosView} from '@social-learning/sdk/kudos';
import type {Person} from '@social-learning/sdk';
import {html, nothing, type TemplateResult} from 'lit';
import {nobody} from '../internal/avatar.ts';
import {renderAvatar} from '../internal/render-avatar.ts';
import {sayNames} from '../internal/names.ts';
import {sayExactTime, sayTime} from '../internal/times.ts';
import {kudosIcon} from './kudos-icon.ts';

/** The picture or the initials of a person. */
export function avatar(person: Person | null): TemplateResult {
  return renderAvatar(person ?? nobody(msg('Somebody who left')));
}

/** What an entry needs to know of the list that it stands in. */
export interface EntrySurroundings {
  /** The server's time in milliseconds. */
  readonly now: number;
  /** What stands below: how far an act has come, and what one can do. */
  foot?(view: KudosView): unknown;
}

/** One kudos of a list: who thanked whom, for which value, and what they said. */
export function renderEntry(view: KudosView, {now, foot}: EntrySurroundings): TemplateResult {
  const {kudos} = view;
  const {from, value, message, at} = kudos;
  return html`
    <li class="entry ${view.pending ? 'sending' : ''}" part="kudos" data-id=${kudos.id}>
      ${avatar(from)}
      <div class="entry-text">
        <p class="who" part="who">${headline(kudos)}</p>
        <p class="message" part="message" dir="auto">${message}</p>
        <p class="entry-marks">
          ${value ? html`<span class="value" part="value" dir="auto">${kudosIcon()}${value.name}</span>` : nothing}
          ${aboutWords(kudos)}
          <time class="quiet" part="time" datetime=${at} title=${sayExactTime(at)}>${sayTime(at, now)}</time>
        </p>
        ${foot?.(view) ?? nothing}
      </div>
    </li>
  `;
}

/** One sentence with both names, so that languages may put them where they want; the names stand out. */
function headline({from, to}: Kudos): TemplateResult {
  const giver = from?.name ?? msg('Somebody who left');
  return msg(html`<b dir="auto">${giver}</b> thanked <b dir="auto">${sayNames(to)}</b>`);
}

function aboutWords({about}: Kudos): TemplateResult | typeof nothing {
  if (about === null) return nothing;
  const {title, url, key} = about.subject;
  const name = title ?? (/^https?:/.test(key) ? '' : key);
  if (name === '') return nothing;
  const words = about.type === 'post' ? msg(str`for a post in “${name}”`) : msg(str`for “${name}”`);
  const address = url !== null && /^https?:\/\//i.test(url) ? url : undefined;
  return address === undefined
    ? html`<span class="quiet" dir="auto">${words}</span>`
    : html`<a class="quiet about" part="about" href=${address} dir="auto">${words}</a>`;
}
