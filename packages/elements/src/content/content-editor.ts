import {msg} from '@lit/localize';
import {toSocialLearningError, type Client} from '@social-learning/sdk';
import type {ContentItem, ContentItemState, ContentItemStore} from '@social-learning/sdk/content';
import {uploadFile} from '@social-learning/sdk/uploads';
import {html, type LitElement, type TemplateResult} from 'lit';
import {failureWords} from '../internal/failure-words.ts';
import {keepWords, keptWords, missingIn, newItemDraft, renderItemFields, sayAbout, wordsOf, type ItemDraft} from '../internal/item-form.ts';
import {languageOf} from '../internal/locale.ts';
import {editPlace} from './content-place.ts';

type Ready = Extract<ContentItemState, {status: 'ready'}>;

/** Where the author of an item says anew what it is. What is typed is kept over a reload. */
export class ContentEditor {
  readonly #host: LitElement;
  readonly #client: Client;
  readonly #store: ContentItemStore;
  readonly #item: ContentItem;
  readonly #captions: Ready['captions'];
  readonly #onEnd: (saved: boolean) => void;
  readonly #draft: ItemDraft;
  readonly #place: string;
  #revision: number;
  #busy = false;

  /** @param onEnd Called when it is saved, or given up. */
  constructor(host: LitElement, client: Client, store: ContentItemStore, {item, captions}: Ready, onEnd: (saved: boolean) => void) {
    this.#host = host;
    this.#client = client;
    this.#store = store;
    this.#item = item;
    this.#captions = captions;
    this.#onEnd = onEnd;
    this.#revision = item.revision;
    this.#place = editPlace(item.id);
    this.#draft = newItemDraft(item.kind, {
      title: item.title ?? '', description: item.description ?? '', alt: item.alt ?? '', skills: item.skills.join(', '), link: item.link ?? '',
      captionsLanguage: languageOf(host), ...keptWords(client, this.#place),
    });
  }

  render(): TemplateResult {
    return html`
      <form class="about" part="form" aria-label=${sayAbout(this.#item.title ?? '')} novalidate @submit=${this.#save}>
        ${renderItemFields(this.#draft, 'item', this.#onTyped)}
        <div class="composer-foot">
          <button type="button" class="action" part="action cancel" @click=${this.#cancel}>${msg('Cancel')}</button>
          <button class="send" part="action save" aria-disabled=${this.#busy ? 'true' : 'false'}>${this.#busy ? msg('On its way…') : msg('Save')}</button>
        </div>
      </form>
    `;
  }

  readonly #onTyped = () => {
    keepWords(this.#client, this.#place, this.#draft);
    this.#host.requestUpdate();
  };

  readonly #cancel = () => {
    this.#client.drafts.write(this.#place, '');
    this.#onEnd(false);
  };

  readonly #save = async (event: Event) => {
    event.preventDefault();
    if (this.#busy) return;
    const draft = this.#draft;
    draft.error = missingIn(draft);
    if (draft.error !== '') return this.#host.requestUpdate();
    this.#busy = true;
    this.#host.requestUpdate();
    try {
      await this.#store.edit({...wordsOf(draft), ...(draft.captions && {captions: await this.#withCaptions(draft.captions, draft.captionsLanguage)})}, this.#revision);
      this.#client.drafts.write(this.#place, '');
      this.#onEnd(true);
    } catch (cause) {
      this.#say(cause);
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  };

  /** New captions take the place of those in the same language. */
  async #withCaptions(file: File, language: string) {
    const others = this.#captions.filter(each => each.language.toLowerCase() !== language.toLowerCase());
    return [
      ...others.map(({id, language, label}) => ({file: id, language, ...(label !== null && {label})})),
      {file: await uploadFile(this.#client, file), language},
    ];
  }

  #say(cause: unknown): void {
    const error = toSocialLearningError(cause);
    if (error.details.revision !== undefined) this.#revision = error.details.revision;
    const write = () => {
      this.#draft.error = error.code === 'revision-conflict'
        ? msg('This was edited in the meantime. Save again to put yours in its place, or cancel to see it.')
        : failureWords(error, write);
      this.#host.requestUpdate();
    };
    write();
  }
}
