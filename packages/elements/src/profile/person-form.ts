import {msg} from '@lit/localize';
import {profileFields, type OwnProfile, type Profile, type ProfileField, type ProfileWish} from '@social-learning/sdk/profiles';
import {html, type TemplateResult} from 'lit';
import {canonicalLanguage, renderLanguagesField, renderTextField, renderZoneField, textOf, wordsOf} from '../internal/text-fields.ts';

/** The form in which one says who one is. Everything in it is text, so that a draft can keep it. */
export type PersonFields = Readonly<Record<'title' | 'location' | 'timeZone' | 'languages' | 'skills' | 'listed' | 'hidden', string>>;

/** What stands in the form first. */
export function fieldsOf({title, location, timeZone, languages, skills}: Profile, {listed, hidden}: OwnProfile): PersonFields {
  return {
    title: title ?? '', location: location ?? '', timeZone: timeZone ?? '', languages: languages.join(', '), skills: skills.join(', '),
    listed: listed ? 'yes' : '', hidden: hidden.join(' '),
  };
}

/** The form's texts as what one says of oneself. */
export function wishOf({title, location, timeZone, languages, skills, listed, hidden}: PersonFields): ProfileWish {
  return {
    title: title.trim() || null,
    location: location.trim() || null,
    timeZone: timeZone || null,
    languages: wordsOf(languages).map(canonicalLanguage),
    skills: wordsOf(skills),
    listed: listed !== '',
    hidden: hiddenIn(hidden),
  };
}

/** @param onChange Told of every change. */
export function renderPersonForm(fields: PersonFields, onChange: (change: Partial<PersonFields>) => void): TemplateResult {
  const input = (name: keyof PersonFields) => (event: Event) => onChange({[name]: textOf(event)});
  const text = (name: keyof PersonFields, label: string, hint?: string) =>
    renderTextField({name, label, value: fields[name], onChange: input(name), ...(hint !== undefined && {hint})});
  const hidden = hiddenIn(fields.hidden);
  const shows = (field: ProfileField) => (event: Event) =>
    onChange({hidden: profileFields.filter(each => (each === field ? textOf(event) === '' : hidden.includes(each))).join(' ')});
  const choices = profileFields.map(field => html`
    <label class="choice"><input type="checkbox" name="shows-${field}" .checked=${!hidden.includes(field)} @change=${shows(field)} /> ${sayField(field)}</label>`);
  return html`
    ${text('title', msg('What you do'))}
    ${text('location', msg('Where you work'), msg('A town, a building, or “from home”.'))}
    ${renderZoneField({name: 'timeZone', label: msg('Time zone'), value: fields.timeZone, onChange: input('timeZone')}, msg('I do not say'))}
    ${renderLanguagesField(fields.languages, input('languages'))}
    ${text('skills', msg('Skills'), msg('With commas between.'))}
    <fieldset class="privacy" part="privacy">
      <legend>${msg('What others see of you')}</legend>
      <div class="fields">${choices}</div>
      <label class="choice"><input type="checkbox" name="listed" .checked=${fields.listed !== ''} aria-describedby="listed-hint" @change=${input('listed')} /> ${msg('I am found where people are looked for')}</label>
      <p class="hint" id="listed-hint">${msg('If not, you are in no list of people or mentors. Who reads a post of yours can still thank you for it.')}</p>
    </fieldset>
  `;
}

const hiddenIn = (text: string): ProfileField[] => profileFields.filter(field => text.split(' ').includes(field));

function sayField(field: ProfileField): string {
  return {
    location: msg('Where I work'), timeZone: msg('My time'), languages: msg('My languages'), skills: msg('My skills'),
    joined: msg('Since when I am here'), kudos: msg('How often I was thanked'),
  }[field];
}
