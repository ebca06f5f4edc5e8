import {msg, str} from '@lit/localize';
import {limits, type Client} from '@social-learning/sdk';
import type {ContentItem} from '@social-learning/sdk/content';
import {html, nothing, type TemplateResult} from 'lit';

/** What can be typed about an item. */
interface ItemWords {
  title: string;
  description: string;
  alt: string;
  /** With commas between. */
  skills: string;
  link: string;
  /** Of the captions that are added, as a tag (BCP 47). */
  captionsLanguage: string;
}

/** What somebody says about what they share, as they typed it. */
export interface ItemDraft extends ItemWords {
  readonly kind: ContentItem['kind'];
  captions: File | undefined;
  /** A sentence about what went wrong. */
  error: string;
}

const names = ['title', 'description', 'alt', 'skills', 'link', 'captionsLanguage'] as const satisfies (keyof ItemWords)[];

export const newItemDraft = (kind: ContentItem['kind'], words: Partial<ItemWords>): ItemDraft => ({
  kind, title: '', description: '', alt: '', skills: '', link: '', captionsLanguage: '', captions: undefined, error: '', ...words,
});

/** What was typed at a place and not shared, over a reload too. A file is not kept: it has to be chosen again. */
export function keptWords(client: Client, place: string): Partial<ItemWords> {
  try {
    const kept = JSON.parse(client.drafts.read(place) || '{}') as Record<string, unknown>;
    return Object.fromEntries(names.flatMap(name => (typeof kept[name] === 'string' ? [[name, kept[name]]] : [])));
  } catch {
    return {};
  }
}

export function keepWords(client: Client, place: string, draft: ItemDraft): void {
  client.drafts.write(place, JSON.stringify(Object.fromEntries(names.map(name => [name, draft[name]]))));
}

/** What is missing in a draft, as a sentence; empty where nothing is. */
export function missingIn({kind, title, link, captions, captionsLanguage}: ItemDraft): string {
  if (kind === 'link' && !(URL.canParse(link.trim()) && /^https?:/i.test(link.trim()))) return msg('The address is missing, or is none. It begins with https://.');
  if (title.trim() === '') return msg('The title is missing. Say in a few words what it is.');
  if (captions && !/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(captionsLanguage)) return msg('The language of the captions is a code, such as en or nl.');
  return '';
}

/** The words of a draft, as the contract takes them. */
export function wordsOf({kind, title, description, alt, skills, link}: ItemDraft) {
  return {
    title: title.trim(), description, skills: skills.split(',').map(word => word.trim()).filter(word => word !== ''),
    ...(alt.trim() !== '' && {alt: alt.trim()}), ...(kind === 'link' && {link: link.trim()}),
  };
}

/** The fields in which one says what an item is. @param id Tells the fields of several forms apart. @param changed Called when something was typed. */
export function renderItemFields(draft: ItemDraft, id: string, changed: () => void): TemplateResult {
  const set = (field: keyof ItemWords) => (event: Event) => {
    draft[field] = (event.target as HTMLInputElement).value;
    draft.error = '';
    changed();
  };
  const text = (field: keyof ItemWords, label: string, most: number, more: {hint?: string; type?: string; required?: boolean} = {}) => html`
    <label class="field-label" for="${id}-${field}">${label}</label>
    <input
      class="field" part="field" id="${id}-${field}" type=${more.type ?? 'text'} maxlength=${most} .value=${draft[field]} dir="auto"
      ?required=${more.required ?? false} aria-describedby="${id}-${field}-hint" @input=${set(field)}
    >
    <p class="hint" id="${id}-${field}-hint">${more.hint ?? nothing}</p>
  `;
  return html`
    ${draft.kind === 'link' ? text('link', msg('Address'), limits.url, {type: 'url', required: true, hint: msg('It begins with https://.')}) : nothing}
    ${text('title', msg('Title'), limits.title, {required: true})}
    <label class="field-label" for="${id}-description">${msg('What it is about')}</label>
    <textarea class="field" part="field" id="${id}-description" maxlength=${limits.description} .value=${draft.description} dir="auto" rows="3" @input=${set('description')}></textarea>
    ${draft.kind === 'image' ? text('alt', msg('What the picture shows'), limits.alt, {hint: msg('For those who do not see it.')}) : nothing}
    ${text('skills', msg('Skills'), limits.words * limits.word, {hint: msg('With commas between, such as “forklift, safety”.')})}
    ${draft.kind === 'video' || draft.kind === 'audio' ? html`
      <label class="field-label" for="${id}-captions">${msg('Captions')}</label>
      <input class="field" part="field" id="${id}-captions" type="file" accept=".vtt,text/vtt" aria-describedby="${id}-captions-hint" @change=${(event: Event) => {
        draft.captions = (event.target as HTMLInputElement).files?.[0];
        draft.error = '';
        changed();
      }}>
      <p class="hint" id="${id}-captions-hint">${msg('A WebVTT file (.vtt), so that everybody can follow.')}</p>
      ${draft.captions ? text('captionsLanguage', msg('Language of the captions'), limits.languageTag, {hint: msg('As a code, such as en or nl.')}) : nothing}` : nothing}
    ${draft.error === '' ? nothing : html`<p class="error" role="alert">${draft.error}</p>`}
  `;
}

/** Name of the form about a thing. */
export const sayAbout = (name: string): string => msg(str`About ${name}`);
