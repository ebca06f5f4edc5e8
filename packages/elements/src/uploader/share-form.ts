import {msg, str} from '@lit/localize';
import type {ContentItem} from '@social-learning/sdk/content';
import {html, nothing, type TemplateResult} from 'lit';
import {newItemDraft, renderItemFields, sayAbout, type ItemDraft} from '../internal/item-form.ts';

/** What somebody shares, as far as it has come. */
export interface ShareDraft extends ItemDraft {
  busy: boolean;
  /** What came of it. */
  shared: ContentItem | undefined;
  /** The draft that was made, where publishing it failed. */
  made: ContentItem | undefined;
}

export const newDraft = (kind: ContentItem['kind'], words: Parameters<typeof newItemDraft>[1]): ShareDraft => ({
  ...newItemDraft(kind, words), busy: false, shared: undefined, made: undefined,
});

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
  const submit = (event: Event) => {
    event.preventDefault();
    share((event as SubmitEvent).submitter?.getAttribute('value') !== 'draft');
  };
  return html`
    <form class="about" part="form" aria-label=${sayAbout(name)} novalidate @submit=${submit}>
      ${renderItemFields(draft, id, changed)}
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
