import {msg} from '@lit/localize';
import type {MentorOffer, MentorProfile} from '@social-learning/sdk/mentoring';
import {html, type TemplateResult} from 'lit';
import {canonicalLanguage, renderLanguagesField, renderTextField, renderZoneField, textOf, wordsOf} from '../internal/text-fields.ts';

/** The form in which a mentor says what they offer. Everything in it is text, so that a draft can keep it. */
export type ProfileFields = Readonly<Record<'title' | 'help' | 'skills' | 'topics' | 'languages' | 'timeZone' | 'capacity' | 'paused', string>>;

/** What stands in the form first. @param language Of the reader. */
export function fieldsOf(profile: MentorProfile | null, language: string): ProfileFields {
  return {
    title: profile?.title ?? '',
    help: profile?.help ?? '',
    skills: profile?.skills.join(', ') ?? '',
    topics: profile?.topics.join(', ') ?? '',
    languages: profile?.languages.join(', ') ?? language,
    timeZone: profile?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    capacity: String(profile?.capacity ?? 2),
    paused: profile?.state === 'paused' ? 'yes' : '',
  };
}

/** The form's texts as an offer; languages as the standard writes them. */
export function offerOf({title, help, skills, topics, languages, timeZone, capacity, paused}: ProfileFields): MentorOffer {
  return {
    title: title.trim() || null,
    help: help.trim() || null,
    skills: wordsOf(skills),
    topics: wordsOf(topics),
    languages: wordsOf(languages).map(canonicalLanguage),
    timeZone,
    capacity: Number(capacity),
    paused: paused !== '',
  };
}

/** @param onChange Told of every change. */
export function renderProfileForm(fields: ProfileFields, onChange: (change: Partial<ProfileFields>) => void): TemplateResult {
  const input = (name: keyof ProfileFields) => (event: Event) => onChange({[name]: textOf(event)});
  const text = (name: keyof ProfileFields, label: string, hint?: string) =>
    renderTextField({name, label, value: fields[name], onChange: input(name), ...(hint !== undefined && {hint})});
  return html`
    ${text('title', msg('What you do'))}
    <label class="field-label" for="help">${msg('What you help with')}</label>
    <textarea class="field" part="field" id="help" rows="3" dir="auto" .value=${fields.help} @input=${input('help')}></textarea>
    ${text('skills', msg('Skills'), msg('With commas between.'))}
    ${text('topics', msg('Topics'), msg('With commas between.'))}
    ${renderLanguagesField(fields.languages, input('languages'))}
    ${renderZoneField({name: 'timeZone', label: msg('Time zone'), value: fields.timeZone, onChange: input('timeZone')})}
    <label class="field-label" for="capacity">${msg('How many people at once')}</label>
    <input class="field short" part="field" id="capacity" type="number" min="1" max="50" step="1" inputmode="numeric" .value=${fields.capacity} @input=${input('capacity')} />
    <label class="choice"><input type="checkbox" id="paused" .checked=${fields.paused !== ''} @change=${input('paused')} /> ${msg('I take a break: nobody can ask me for now')}</label>
  `;
}
