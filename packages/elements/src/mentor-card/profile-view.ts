import {msg, str} from '@lit/localize';
import type {Person} from '@social-learning/sdk';
import type {MentorProfile} from '@social-learning/sdk/mentoring';
import {html, nothing, type TemplateResult} from 'lit';
import {renderPersonHead} from '../internal/person-head.ts';
import {sayAnswer, sayClock, sayLanguage, sayPlaces} from './mentor-words.ts';

/** Who it is, and whether there is a place. @param level Of the heading. */
export function renderWho(person: Person, profile: MentorProfile | null, level: number): TemplateResult {
  return renderPersonHead(person, level, html`
    ${profile?.title ? html`<p class="title" part="title" dir="auto">${profile.title}</p>` : nothing}
    ${profile ? html`<p class="places ${profile.state}" part="places">${sayPlaces(profile)}</p>` : nothing}`);
}

/** All that a mentor offers. @param now Milliseconds since the epoch. */
export function renderOffer(profile: MentorProfile, now: number): TemplateResult {
  const {help, skills, topics, languages, timeZone, answersWithin} = profile;
  return html`
    ${help ? html`<p class="help" part="help" dir="auto">${help}</p>` : nothing}
    <dl class="facts" part="facts">
      ${renderWords(msg('Skills'), skills)}
      ${renderWords(msg('Topics'), topics)}
      ${renderWords(msg('Languages'), languages.map(sayLanguage))}
      <div><dt>${msg('Local time')}</dt><dd>${msg(str`${sayClock(timeZone, now)} there, ${sayClock(undefined, now)} for you`)}</dd></div>
      ${answersWithin === null ? nothing : html`<div><dt>${msg('Answers')}</dt><dd>${sayAnswer(answersWithin)}</dd></div>`}
    </dl>
  `;
}

/** Some words under a label; nothing where there are none. */
export function renderWords(label: string, words: readonly string[]): TemplateResult | typeof nothing {
  if (words.length === 0) return nothing;
  const items = words.map(word => html`<li class="word" dir="auto">${word}</li>`);
  return html`<div><dt>${label}</dt><dd><ul class="words">${items}</ul></dd></div>`;
}
