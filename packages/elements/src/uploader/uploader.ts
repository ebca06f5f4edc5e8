import {msg, str} from '@lit/localize';
import {toSocialLearningError, type Client, type MeState, type SocialLearningError} from '@social-learning/sdk';
import {readContentTerms, type ContentItem} from '@social-learning/sdk/content';
import {createUploads, type Upload, type Uploads, type UploadTerms} from '@social-learning/sdk/uploads';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {ClientController} from '../internal/client-controller.ts';
import {controlStyles} from '../internal/control.styles.ts';
import {setStates} from '../internal/element-states.ts';
import {failureWords} from '../internal/failure-words.ts';
import {formStyles} from '../internal/form.styles.ts';
import {frameStyles} from '../internal/frame.styles.ts';
import {followLanguage} from '../internal/follow-language.ts';
import {keepWords, keptWords, missingIn} from '../internal/item-form.ts';
import {itemFormStyles} from '../internal/item-form.styles.ts';
import {languageOf} from '../internal/locale.ts';
import {NearController} from '../internal/near-controller.ts';
import {failed, onItsWay, withoutBackend} from '../internal/notices.ts';
import {StoreController} from '../internal/store-controller.ts';
import {RecorderController} from './recorder-controller.ts';
import {share} from './share.ts';
import {newDraft, renderShareForm, type ShareDraft} from './share-form.ts';
import {renderUpload} from './upload-row.ts';
import {percentOf, sayLimits, sayQuarter, sayUploadFailure} from './upload-words.ts';
import {styles} from './uploader.styles.ts';
import {ContentSharedEvent} from './uploader.events.ts';

/**
 * Where people share what they made: files that are dropped, pasted, picked or recorded, and links. Uploads go on after a cut,
 * and after a reload once the same file is chosen again.
 *
 * @summary Uploads files and shares them.
 * @tag sl-uploader
 *
 * @attr {string} lang - Language of the words (BCP 47). Default: that of the place where it stands.
 *
 * @csspart uploader - The whole element.
 * @csspart heading - Its heading.
 * @csspart drop - Where files can be dropped.
 * @csspart limits - What is taken.
 * @csspart upload - A file on its way.
 * @csspart name - Its name.
 * @csspart progress - How far it is.
 * @csspart progress-text - The same in words.
 * @csspart error - What went wrong with it.
 * @csspart form - The form in which one says what it is.
 * @csspart field - A field of it.
 * @csspart recording - A recording under way.
 * @csspart action - A button; it also has the part of its name (pause, resume, cancel, draft, publish, record, stop).
 * @csspart notice - A sentence about the state.
 *
 * @cssproperty [--social-accent=#0b57d0] - Colour of what one can act on.
 * @cssproperty [--social-critical=#b3261e] - Colour of what went wrong.
 * @cssproperty [--social-radius=0.5rem] - Rounding of fields, buttons and notices.
 * @cssproperty [--social-border=currentColor mixed] - Colour of lines.
 *
 * @fires {ContentSharedEvent} sl-content-shared - Something was shared, or kept as a draft.
 *
 * @cssstate signed-out - While nobody is signed in.
 * @cssstate failed - When it is not known what is taken.
 * @cssstate uploading - While a file is on its way.
 */
export class UploaderElement extends LitElement {
  static override styles = [frameStyles, controlStyles, formStyles, itemFormStyles, styles];

  /** Slug of the space in which it is shared. Default: that of the provider around, or the organisation's. */
  @property() space?: string;

  /** Key of the subject on which it is shared. Default: none, so that it is shared in the space. */
  @property() subject?: string;

  /** Words above. Default: "Share something". */
  @property() heading?: string;

  /** Level of that heading in the outline of the page, from 2 to 6. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 2;

  /** Client to use. Default: that of the provider around, or the page's. */
  @property({attribute: false}) client?: Client;

  @state() private terms?: UploadTerms;
  @state() private failure?: SocialLearningError;
  @state() private status = '';

  readonly #internals = followLanguage(this, this.attachInternals());
  readonly #clients = new ClientController(this);
  readonly #near = new NearController(this);
  readonly #me = new StoreController<MeState>(this);
  readonly #list = new StoreController<readonly Upload[]>(this);
  readonly #recorder = new RecorderController(this, file => this.#add([file], true));
  #uploads: Uploads | undefined;
  #readFor: string | undefined;
  readonly #drafts = new Map<string, ShareDraft>();
  readonly #voices = new Set<string>();
  readonly #quarters = new Map<string, number>();
  #link: ShareDraft | undefined;
  #hasKeptLink = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('paste', this.#onPaste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('paste', this.#onPaste);
    this.#uploads?.close();
    this.#uploads = undefined;
    this.#readFor = undefined;
  }

  protected override willUpdate(): void {
    const client = this.#clients.client;
    if (!client || !this.#near.wasNear) return;
    this.#me.store = client.$me;
    const {owner} = client;
    const read = `${owner} ${this.#clients.space ?? ''}`;
    if (!client.me?.person || read === this.#readFor) return;
    this.#readFor = read;
    this.#uploads?.close();
    // Of somebody else, or of another place.
    this.#drafts.clear();
    this.#link = undefined;
    this.#uploads = createUploads(client);
    this.#list.store = this.#uploads.$uploads;
    void this.#readTerms(client);
  }

  protected override render(): TemplateResult {
    return html`
      <section class="uploader" part="uploader" aria-labelledby="heading">
        <div id="heading" class="heading" part="heading" role="heading" aria-level=${this.headingLevel} dir="auto">${this.heading ?? msg('Share something')}</div>
        ${this.#renderState()}
        <p class="visually-hidden" role="status">${this.status}</p>
      </section>
    `;
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    const list = this.#list.value ?? [];
    setStates(this.#internals, {
      'signed-out': this.#me.value?.status === 'ready' && !this.#me.value.me?.person,
      'failed': this.failure !== undefined,
      'uploading': list.some(({status}) => status === 'running'),
    });
    for (const upload of list) this.#announce(upload);
  }

  #renderState(): TemplateResult {
    if (this.#clients.missing) return withoutBackend();
    const {me, status} = this.#me.value ?? {status: 'loading'};
    if (status !== 'loading' && me && !me.person) return html`<p class="notice" part="notice">${msg('Sign in on this page to share something.')}</p>`;
    if (this.failure) return failed(this.failure, msg('It is not known what can be shared here.'), () => this.#clients.client && this.#readTerms(this.#clients.client), this.#update);
    if (!this.terms) return onItsWay(msg('This is on its way.'), 1);
    return html`
      ${this.terms.kinds.length > 0 ? this.#renderDrop(this.terms) : nothing}
      ${this.#recorder.render()}
      ${this.#renderUploads()}
      ${this.#renderLink()}
    `;
  }

  #renderDrop(terms: UploadTerms): TemplateResult {
    const accept = terms.kinds.filter(({kind}) => kind !== 'captions').flatMap(({extensions}) => extensions.map(extension => `.${extension}`)).join();
    const limits = sayLimits(terms).map(line => html`<li>${line}</li>`);
    return html`
      <div class="drop" part="drop" @dragover=${this.#onDragOver} @dragleave=${this.#onDragLeave} @drop=${this.#onDrop}>
        <div class="buttons">
          <input id="pick" class="pick" type="file" multiple accept=${accept} aria-describedby="limits" @change=${this.#onPick}>
          <label class="send" part="action" for="pick">${msg('Choose files')}</label>
          ${this.#recorder.renderButtons()}
        </div>
        <p class="quiet">${msg('You can also drop files here, or paste them.')}</p>
        <ul id="limits" class="limits" part="limits">${limits}</ul>
      </div>
    `;
  }

  #renderUploads(): TemplateResult | typeof nothing {
    const list = this.#list.value ?? [];
    if (list.length === 0) return nothing;
    return html`<ul class="uploads">${repeat(list, ({id}) => id, upload => html`
      <li class="upload" part="upload" data-id=${upload.id} tabindex="-1">
        ${this.#drafts.get(upload.id)?.shared ? this.#renderShared(upload) : html`
          ${renderUpload(upload, {
            terms: this.terms,
            pause: () => this.#uploads?.pause(upload.id),
            resume: () => this.#uploads?.resume(upload.id),
            cancel: () => this.#cancel(upload),
            onWords: this.#update,
          })}
          ${upload.status === 'failed' || upload.kind === undefined || upload.kind === 'captions' ? nothing : this.#renderForm(upload)}`}
      </li>`)}</ul>`;
  }

  /** What it is about can be said while it is still on its way. */
  #renderForm(upload: Upload): TemplateResult {
    const draft = this.#draftOf(upload);
    return renderShareForm(draft, {
      id: `upload-${upload.id}`, name: upload.name, waits: this.terms!.waits, changed: () => this.#keep(draft, upload),
      share: publish => void this.#share(draft, upload, publish),
    });
  }

  #renderShared(upload: Upload): TemplateResult {
    const {shared} = this.#drafts.get(upload.id)!;
    return html`
      <p><strong><bdi>${shared!.title}</bdi></strong> ${sayOutcome(shared!)}</p>
      <div class="upload-foot"><button type="button" class="action" part="action" aria-label=${msg(str`Put away: ${upload.name}`)} @click=${() => this.#putAway(upload)}>${msg('Put away')}</button></div>
    `;
  }

  #renderLink(): TemplateResult {
    if (!this.#link) {
      const kept = keptWords(this.#clients.client!, this.#placeOf());
      this.#link = newDraft('link', kept);
      this.#hasKeptLink = Boolean(kept.link || kept.title || kept.description);
    }
    const draft = this.#link;
    return html`
      <details ?open=${this.#hasKeptLink}>
        <summary>${msg('Share a link')}</summary>
        ${renderShareForm(draft, {
          id: 'link', name: msg('the link'), waits: this.terms!.waits, changed: () => this.#keep(draft), share: publish => void this.#share(draft, undefined, publish),
        })}
      </details>
    `;
  }

  #draftOf(upload: Upload): ShareDraft {
    const {id, name, kind} = upload;
    const known = this.#drafts.get(id);
    if (known) return known;
    const title = name.replace(/\.[^.]*$/, '').replace(/[_-]+/g, ' ').trim();
    const kept = keptWords(this.#clients.client!, this.#placeOf(upload));
    const draft = newDraft(this.#voices.has(id) ? 'audio' : (kind as ContentItem['kind']), {title, captionsLanguage: languageOf(this), ...kept});
    this.#drafts.set(id, draft);
    return draft;
  }

  /** Where what is typed about a file, or about the link, is kept: who chooses the same file again finds it. */
  #placeOf(upload?: Upload): string {
    return `content/${upload ? `file/${upload.name}/${upload.size}` : `link/${this.#clients.space ?? ''}/${this.subject ?? ''}`}`;
  }

  #keep(draft: ShareDraft, upload?: Upload): void {
    keepWords(this.#clients.client!, this.#placeOf(upload), draft);
    this.#update();
  }

  async #readTerms(client: Client): Promise<void> {
    this.failure = undefined;
    try {
      this.terms = await readContentTerms(client, this.#clients.space);
    } catch (cause) {
      this.failure = toSocialLearningError(cause);
    }
  }

  async #share(draft: ShareDraft, upload: Upload | undefined, publish: boolean): Promise<void> {
    const client = this.#clients.client;
    if (!client || draft.busy) return;
    draft.error = missingIn(draft);
    if (upload && upload.status !== 'finished') draft.error ||= msg(str`${upload.name} is still on its way. Wait until all of it is there.`);
    if (draft.error !== '') return this.#update();
    draft.busy = true;
    this.#update();
    try {
      const item = await share(client, draft, {space: this.#clients.space, subject: this.subject, file: upload?.file}, publish);
      draft.shared = item;
      this.status = `${item.title ?? ''}: ${sayOutcome(item)}`;
      client.drafts.write(this.#placeOf(upload), '');
      if (!upload) this.#link = undefined;
      this.dispatchEvent(new ContentSharedEvent(item));
      await this.updateComplete;
      if (upload) this.#rowOf(upload)?.focus();
    } catch (cause) {
      const error = toSocialLearningError(cause);
      const about = draft.captions && ['unsupported-media-type', 'invalid'].includes(error.code)
        ? {name: draft.captions.name, size: draft.captions.size, kind: 'captions' as const} : undefined;
      const say = (): string => (about ? sayUploadFailure(about, error, this.terms, again) : failureWords(error, again));
      const again = () => {
        draft.error = say();
        this.#update();
      };
      draft.error = say();
    } finally {
      draft.busy = false;
      this.#update();
    }
  }

  #add(files: Iterable<File>, isVoice = false): void {
    for (const file of files) {
      const id = this.#uploads?.add(file, this.terms);
      if (id !== undefined && isVoice && (file.type.startsWith('audio/'))) this.#voices.add(id);
    }
  }

  #cancel(upload: Upload): void {
    this.#uploads?.cancel(upload.id);
    this.#clients.client?.drafts.write(this.#placeOf(upload), '');
    this.#forget(upload);
    this.status = msg(str`${upload.name} was taken away.`);
  }

  #putAway(upload: Upload): void {
    this.#uploads?.dismiss(upload.id);
    this.#forget(upload);
  }

  /** The row is gone, and the focus that was in it goes to where the next file is chosen. */
  #forget({id}: Upload): void {
    this.#drafts.delete(id);
    this.#quarters.delete(id);
    this.renderRoot.querySelector<HTMLElement>('#pick')?.focus();
  }

  #rowOf({id}: Upload): HTMLElement | null {
    return this.renderRoot.querySelector(`.upload[data-id="${id}"]`);
  }

  #announce(upload: Upload): void {
    if (upload.status !== 'running' && upload.status !== 'finished') return;
    const quarter = Math.floor(percentOf(upload) / 25) * 25;
    if ((this.#quarters.get(upload.id) ?? 0) >= quarter) return;
    this.#quarters.set(upload.id, quarter);
    this.status = sayQuarter(upload.name, quarter);
  }

  readonly #onPick = (event: Event) => {
    const input = event.target as HTMLInputElement;
    this.#add(input.files ?? []);
    // The same file may be chosen again.
    input.value = '';
  };

  readonly #onPaste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files;
    if (!files?.length) return;
    event.preventDefault();
    this.#add(files);
  };

  readonly #onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).toggleAttribute('data-over', true);
  };

  readonly #onDragLeave = (event: DragEvent) => {
    (event.currentTarget as HTMLElement).toggleAttribute('data-over', false);
  };

  readonly #onDrop = (event: DragEvent) => {
    event.preventDefault();
    this.#onDragLeave(event);
    this.#add(event.dataTransfer?.files ?? []);
  };

  readonly #update = () => this.requestUpdate();
}

function sayOutcome({state: now}: ContentItem): string {
  if (now === 'pending') return msg('It waits for a moderator, and is published then.');
  return now === 'published' ? msg('It is published.') : msg('It is kept as a draft.');
}

declare global {
  interface HTMLElementTagNameMap {
    'sl-uploader': UploaderElement;
  }
}
