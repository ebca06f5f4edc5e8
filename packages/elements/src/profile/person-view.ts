import {msg, str} from '@lit/localize';
import type {OwnProfile, Profile} from '@social-learning/sdk/profiles';
import {html, nothing, type TemplateResult} from 'lit';
import {sayDate, sayExactTime, sayNumber} from '../internal/times.ts';
import {sayClock, sayLanguage} from '../mentor-card/mentor-words.ts';
import {renderWords} from '../mentor-card/profile-view.ts';

/** What stands below a name: what they do and, in a line, where and when. @param now Milliseconds since the epoch. */
export function renderPlace({title, location, timeZone}: Profile, now: number): TemplateResult {
  const time = timeZone === null ? '' : msg(str`${sayClock(timeZone, now)} there`);
  return html`
    ${title ? html`<p class="title" part="title" dir="auto">${title}</p>` : nothing}
    ${location || time ? html`<p class="places" part="place">${location ? html`<bdi>${location}</bdi>` : nothing}${location && time ? ' · ' : nothing}${time}</p>` : nothing}
  `;
}

/** What else they let others know. */
export function renderFacts({languages, skills, joined, kudos}: Profile): TemplateResult | typeof nothing {
  if (languages.length + skills.length === 0 && joined === null && kudos === null) return nothing;
  return html`
    <dl class="facts" part="facts">
      ${renderWords(msg('Skills'), skills)}
      ${renderWords(msg('Languages'), languages.map(sayLanguage))}
      ${joined === null ? nothing : html`<div><dt>${msg('Here since')}</dt><dd><time datetime=${joined} title=${sayExactTime(joined)}>${sayDate(joined)}</time></dd></div>`}
      ${kudos === null ? nothing : html`<div><dt>${msg('Kudos')}</dt><dd part="kudos">${sayKudos(kudos)}</dd></div>`}
    </dl>
  `;
}

function sayKudos(count: number): string {
  if (count === 0) return msg('None yet');
  return count === 1 ? msg('Thanked once') : msg(str`Thanked ${sayNumber(count)} times`);
}

/** To oneself: what others do not see. */
export function sayHidden({listed, hidden}: OwnProfile): string {
  if (!listed) return msg('You are in no list of people, and others see only what you let them.');
  return hidden.length > 0 ? msg('Some of this only you see.') : '';
}
