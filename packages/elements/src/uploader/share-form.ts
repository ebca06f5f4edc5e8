import {msg, str} from '@lit/localize';
import {limits, type SocialLearningError} from '@social-learning/sdk';
import type {ContentItem} from '@social-learning/sdk/content';
import {html, nothing, type TemplateResult} from 'lit';

/** What somebody says about what they share, as they typed it. */
export interface ShareDraft {
  readonly kind: ContentItem['kind'];
  title: string;
  description: string;
  alt: string;
  skills: string;
  link: string;
  captions: File | undefined;
  captionsLanguage: string;
  busy: boolean;
  /** A sentence about what went wrong. */
  error: string;
  failure: SocialLearningError | undefined;
  /** What came of it. */
  shared: ContentItem | undefined;
  /** The draft that was made, where publishing it failed. */
  made: ContentItem | undefined;
}

export const newDraft = (kind: ContentItem['kind'], title: string, captionsLanguage: string): ShareDraft => ({
  kind, title, description: '', alt: '', skills: '', link: '', captions: undefined, captionsLanguage, busy: false, error: '', failure: undefined, shared: undefined, made: undefined,
});

type TextField = 'title' | 'description' | 'alt' | 'skills' | 'link' | 'captionsLanguage';

/** What a form needs to know, and what it asks for. */
export interface FormContext {
  /** Tells the fields of several forms apart. */
  readonly id: string;
  /** What it is about, for the names of its buttons. */
  readonly name: string;
  readonly waits: boolean;
  changed(): void;
  share(publish: boolean): void;
}

/** The form in which one says what one shares. */
export function renderShareForm(draft: ShareDraft, {id, name, waits, changed, share}: FormContext): TemplateResult {
  const set = (field: TextField) => (event: Event) => {
    draft[field] = (event.target as HTMLInputElement).value;
    draft.error = '';
    changed();
  };
  const text = (field: TextField, label: string, most: number, more: {hint?: string; type?: string; required?: boolean} = {}) => html`
    <label class="field-label" for="${id}-${field}">${label}</label>
    <input
      class="field" part="field" id="${id}-${field}" type=${more.type ?? 'text'} maxlength=${most} .value=${draft[field]} dir="auto"
      ?required=${more.required ?? false} aria-describedby="${id}-${field}-hint" @input=${set(field)}
    >
    <p class="hint" id="${id}-${field}-hint">${more.hint ?? nothing}</p>
  `;
  const submit = (event: Event) => {
    event.preventDefault();
    share((event as SubmitEvent).submitter?.getAttribute('value') !== 'draft');
  };
  return html`
    <form class="share" part="form" aria-label=${msg(str`About ${name}`)} novalidate @submit=${submit}>
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
      <div class="composer-foot">
        <button class="action" part="action draft" value="draft" aria-disabled=${draft.busy ? 'true' : 'false'} aria-label=${msg(str`Keep as a draft: ${name}`)}>${msg('Keep as a draft')}</button>
        <button class="send" part="action publish" value="publish" aria-disabled=${draft.busy ? 'true' : 'false'} aria-label=${msg(str`Publish ${name}`)}>
          ${draft.busy ? msg('On its way…') : msg('Publish')}
        </button>
      </div>
      ${waits ? html`<p class="hint">${msg('A moderator looks at it first.')}</p>` : nothing}
    </form>
  `;
}
