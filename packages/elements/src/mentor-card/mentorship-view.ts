import {msg, str} from '@lit/localize';
import type {Mentorship} from '@social-learning/sdk/mentoring';
import {html, nothing, type TemplateResult} from 'lit';
import {sayExactTime, sayTime} from '../internal/times.ts';
import {sayState} from './mentor-words.ts';

/** What somebody can do with a mentorship. */
export interface MentorshipActs {
  readonly busy: boolean;
  accept(mentorship: Mentorship): void;
  decline(mentorship: Mentorship): void;
  end(mentorship: Mentorship): void;
  /** What the two keep about it. @param other The name of the other one. */
  notes(mentorship: Mentorship, side: 'mentor' | 'mentee', other: string): unknown;
}

/** A mentorship as one of its two sees it. @param side Which of the two. @param now Milliseconds since the epoch. */
export function renderMentorship(mentorship: Mentorship, side: 'mentor' | 'mentee', now: number, acts: MentorshipActs): TemplateResult {
  const {state, goal, message, history, firstPost, expiresAt} = mentorship;
  const other = (side === 'mentor' ? mentorship.mentee : mentorship.mentor)?.name ?? msg('Somebody who left');
  const act = (words: string, name: string, does: (mentorship: Mentorship) => void, label: string) => html`
    <button class=${name === 'accept' ? 'send' : 'action'} part="action ${name}" aria-label=${label} aria-disabled=${acts.busy ? 'true' : 'false'} @click=${() => does(mentorship)}>${words}</button>`;
  const past = history.map(event => html`
    <li>${sayState(event.state)}${event.by ? html`, <span dir="auto">${event.by.name}</span>` : nothing},
      <time datetime=${event.at} title=${sayExactTime(event.at)}>${sayTime(event.at, now)}</time>${event.note ? html`: <q dir="auto">${event.note}</q>` : nothing}</li>`);
  return html`
    <div class="mentorship ${state}" part="mentorship" tabindex="-1">
      <p class="mentorship-head"><span class="other" dir="auto">${other}</span> <span class="state">${sayState(state)}</span></p>
      ${goal ? html`<p class="goal" dir="auto">${goal}</p>` : side === 'mentor' ? html`<p class="goal">${msg('New in this space, and given to you to be welcomed.')}</p>` : html`<p class="goal">${msg('Your mentor, chosen by this space.')}</p>`}
      ${message ? html`<p class="message" dir="auto">${message}</p>` : nothing}
      ${firstPost && side === 'mentor' ? html`<p>${msg('First post:')} ${firstPost.subject.url
        ? html`<a href=${firstPost.subject.url} dir="auto">${firstPost.subject.title ?? firstPost.subject.key}</a>`
        : html`<span dir="auto">${firstPost.subject.title ?? firstPost.subject.key}</span>`}</p>` : nothing}
      ${state === 'requested' && expiresAt ? html`<p class="hint">${msg(str`To be answered until ${sayExactTime(expiresAt)}.`)}</p>` : nothing}
      <div class="acts">
        ${state === 'requested' && side === 'mentor' ? html`
          ${act(msg('Accept'), 'accept', acts.accept, msg(str`Accept ${other}`))}
          ${act(msg('Decline'), 'decline', acts.decline, msg(str`Decline ${other}`))}` : nothing}
        ${state === 'requested' && side === 'mentee' ? act(msg('Take back'), 'end', acts.end, msg(str`Take back your request to ${other}`)) : nothing}
        ${state === 'active' ? act(msg('Complete'), 'end', acts.end, msg(str`Complete the mentorship with ${other}`)) : nothing}
      </div>
      ${acts.notes(mentorship, side, other)}
      <details class="history">
        <summary>${msg('History')}</summary>
        <ol>${past}</ol>
      </details>
    </div>
  `;
}
