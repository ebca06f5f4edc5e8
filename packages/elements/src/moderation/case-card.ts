import {msg, str} from '@lit/localize';
import {actionsFor, type Case, type Decision, type DecisionAction} from '@social-learning/sdk/moderation';
import {html, nothing, type TemplateResult} from 'lit';
import {renderContent} from '../internal/content.ts';
import {drawIcon} from '../internal/icons.ts';
import {sayExactTime, sayNumber, sayTime} from '../internal/times.ts';
import {sayNames} from '../internal/names.ts';
import {actionWord, actionWords, nameOfThing, outcomeWords} from './words.ts';

/** Outline of what stands for a rule. */
const rule = 'M4 2.8h8v10.4H4zM6.2 6h3.6M6.2 8.6h3.6';

/** What a card needs to know, and what it asks for. */
export interface CardContext {
  readonly now: number;
  readonly headingLevel: number;
  /** Who reads it. */
  readonly reader: string | undefined;
  /** Whether a decision about it is on its way. */
  readonly busy: boolean;
  decide(action: DecisionAction): void;
  putAway?(): void;
}

/** A case with what it is about, in the place where it stands. */
export function renderCase(about: Case, context: CardContext): TemplateResult {
  const {content: {post, parent, person, kudos, item}, waiting, reports, decision, state} = about;
  const name = about.about?.name ?? msg('Somebody who left');
  const worries = reports.map(report => renderReport(report, context.now));
  return html`
    <article class="case" part="case" tabindex="-1" data-case=${about.id} aria-labelledby="case-${about.id}">
      <header class="case-head">
        <div class="by" id="case-${about.id}" role="heading" aria-level=${context.headingLevel}>
          ${about.target.type === 'person' ? html`<bdi>${person?.name ?? name}</bdi>` : html`<span>${nameOfThing(about.target.type, name)}</span>`}
        </div>
        ${post ? renderTime(post.createdAt, context.now) : kudos ? renderTime(kudos.at, context.now) : nothing}
        ${waiting ? html`<span class="badge waiting">${msg('Waits for approval')}</span>` : nothing}
        ${reports.length > 0 ? html`<span class="badge reported">${reports.length === 1 ? msg('Reported') : msg(str`Reported by ${sayNumber(reports.length)}`)}</span>` : nothing}
        ${(post ?? kudos ?? item)?.state === 'hidden' ? html`<span class="badge">${msg('Hidden')}</span>` : nothing}
      </header>
      ${renderPlace(about)}
      ${parent?.content ? html`
        <blockquote class="parent" part="parent">
          <p class="parent-by">${msg(str`In reply to ${parent.author?.name ?? msg('Somebody who left')}`)}</p>
          <div class="body" dir="auto">${renderContent(parent.content, {headingLevel: context.headingLevel + 1})}</div>
        </blockquote>` : nothing}
      ${post ? html`
        <div class="content body" part="content" dir="auto">
          ${post.content ? renderContent(post.content, {headingLevel: context.headingLevel + 1}) : html`<p class="quiet">${msg('Nothing is left of it.')}</p>`}
        </div>` : nothing}
      ${kudos ? html`
        <p class="place" part="place">${msg(html`To <bdi>${sayNames(kudos.to)}</bdi>`)}</p>
        <div class="content body" part="content" dir="auto">
          ${kudos.message ? html`<p>${kudos.message}</p>` : html`<p class="quiet">${msg('Nothing is left of it.')}</p>`}
        </div>` : nothing}
      ${item ? html`
        <div class="content body" part="content" dir="auto">
          ${item.title === null ? html`<p class="quiet">${msg('Nothing is left of it.')}</p>` : html`<p><strong>${item.title}</strong></p>`}
          ${item.link === null ? nothing : html`<p>${item.link}</p>`}
          ${item.description ? html`<p>${item.description}</p>` : nothing}
        </div>` : nothing}
      ${reports.length > 0 ? html`<ul class="reports" part="reports">${worries}</ul>` : nothing}
      ${state === 'decided' && decision ? renderDecision(decision, context) : mayDecide(about, context.reader) ? renderActions(about, context)
        : html`<p class="quiet">${msg('This was given to you: another moderator decides about it.')}</p>`}
      <div class="reason" data-reason></div>
    </article>
  `;
}

/** Nobody decides about what was said to them. */
const mayDecide = ({content: {kudos}}: Case, reader: string | undefined) => !kudos?.to.some(({id}) => id === reader);

function renderPlace({content: {thread}}: Case): TemplateResult | typeof nothing {
  if (!thread) return nothing;
  const title = thread.title ?? thread.subject.title ?? thread.subject.key;
  const {url} = thread.subject;
  return html`<p class="place" part="place">${msg('In')} ${url !== null && /^https?:\/\//i.test(url) ? html`<a href=${url}><bdi>${title}</bdi></a>` : html`<bdi>${title}</bdi>`}</p>`;
}

function renderReport({by, sentence, note, at}: Case['reports'][number], now: number): TemplateResult {
  return html`
    <li class="report" part="report">
      <p><span class="report-by"><bdi>${by?.name ?? msg('Somebody who left')}</bdi></span> ${renderTime(at, now)}</p>
      ${sentence === null ? nothing : html`<p class="cited" dir="auto">${drawIcon(rule)}<span>${sentence}</span></p>`}
      ${note === '' ? nothing : html`<p dir="auto">${note}</p>`}
    </li>
  `;
}

function renderActions(about: Case, {busy, decide}: CardContext): TemplateResult {
  const buttons = actionsFor(about).map(action => html`
    <button
      type="button" class=${action === 'approve' ? 'send' : 'action strong'} part="action ${action}" data-action=${action}
      aria-label=${actionWords(action, about)} aria-disabled=${busy ? 'true' : 'false'} @click=${() => decide(action)}
    >${actionWord(action)}</button>
  `);
  return html`<div class="case-foot" role="group" aria-label=${msg('What to do')}>${buttons}</div>`;
}

function renderDecision({action, by, reason, sentence, at}: Decision, {now, putAway}: CardContext): TemplateResult {
  return html`
    <div class="outcome" part="outcome">
      <p><strong>${outcomeWords(action, by?.name ?? msg('Somebody who left'))}</strong> ${renderTime(at, now)}</p>
      ${sentence === null ? nothing : html`<p class="cited" dir="auto">${drawIcon(rule)}<span>${sentence}</span></p>`}
      ${reason === null ? nothing : html`<p dir="auto">${reason}</p>`}
      ${putAway ? html`<button type="button" class="action" part="action" @click=${putAway}>${msg('Put away')}</button>` : nothing}
    </div>
  `;
}

export function renderTime(at: string, now: number): TemplateResult {
  return html`<time class="time" datetime=${at} title=${sayExactTime(at)}>${sayTime(at, now)}</time>`;
}
