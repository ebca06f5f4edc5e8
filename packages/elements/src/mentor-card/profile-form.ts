import {msg} from '@lit/localize';
import type {MentorOffer, MentorProfile} from '@social-learning/sdk/mentoring';
import {html, type TemplateResult} from 'lit';

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
    languages: wordsOf(languages).map(canonical),
    timeZone,
    capacity: Number(capacity),
    paused: paused !== '',
  };
}

/** @param onChange Told of every change. */
export function renderProfileForm(fields: ProfileFields, onChange: (change: Partial<ProfileFields>) => void): TemplateResult {
  const input = (name: keyof ProfileFields) => (event: Event) => {
    const field = event.target as HTMLInputElement;
    onChange({[name]: field.type === 'checkbox' ? (field.checked ? 'yes' : '') : field.value});
  };
  const text = (name: keyof ProfileFields, label: string, hint = '') => html`
    <label class="field-label" for=${name}>${label}</label>
    <input class="field" part="field" id=${name} name=${name} dir="auto" autocomplete="off" .value=${fields[name]} aria-describedby="${name}-hint" @input=${input(name)} />
    <p class="hint" id="${name}-hint" ?hidden=${hint === ''}>${hint}</p>
  `;
  const choices = zones(fields.timeZone).map(zone => html`<option value=${zone} ?selected=${zone === fields.timeZone}>${zone.replaceAll('_', ' ')}</option>`);
  return html`
    ${text('title', msg('What you do'))}
    <label class="field-label" for="help">${msg('What you help with')}</label>
    <textarea class="field" part="field" id="help" rows="3" dir="auto" .value=${fields.help} @input=${input('help')}></textarea>
    ${text('skills', msg('Skills'), msg('With commas between.'))}
    ${text('topics', msg('Topics'), msg('With commas between.'))}
    ${text('languages', msg('Languages'), msg('As language codes with commas between, such as “en, nl”.'))}
    <label class="field-label" for="timeZone">${msg('Time zone')}</label>
    <select class="field" part="field" id="timeZone" @change=${input('timeZone')}>
      ${choices}
    </select>
    <label class="field-label" for="capacity">${msg('How many people at once')}</label>
    <input class="field short" part="field" id="capacity" type="number" min="1" max="50" step="1" inputmode="numeric" .value=${fields.capacity} @input=${input('capacity')} />
    <label class="choice"><input type="checkbox" id="paused" .checked=${fields.paused !== ''} @change=${input('paused')} /> ${msg('I take a break: nobody can ask me for now')}</label>
  `;
}

const wordsOf = (text: string) => text.split(/[,;\n]/).map(word => word.trim()).filter(Boolean);

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}

function zones(own: string): readonly string[] {
  const all = Intl.supportedValuesOf?.('timeZone') ?? [];
  return all.includes(own) ? all : [own, ...all];
}
