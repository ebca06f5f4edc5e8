import {msg, str} from '@lit/localize';
import {isSocialLearningError, type Client, type Drafts} from '@social-learning/sdk';
import {html, nothing, render, type TemplateResult} from 'lit';
import {failureText} from '../internal/failure-text.ts';
import {sayNumber} from '../internal/times.ts';
import {continueList, countSteps} from './list-items.ts';
import type {Mark} from './markdown-marks.ts';
import {toSource, toTyped, type Mentioned} from './mention-text.ts';
import type {SimilarOptions, SimilarQuestions} from './similar-questions.ts';
import type {PictureUploads} from './picture-uploads.ts';
import {applyChange} from './text-change.ts';

/** What a composer is for. */
export interface ComposerOptions {
  /** Where its draft is kept. */
  readonly place: string;
  readonly drafts: Drafts;
  /** Where people to mention are looked for; without it, nobody is offered. */
  readonly people?: {readonly client: Client; readonly space: string | undefined};
  /** Level of the heading above it. */
  readonly headingLevel: number;
  /** What to write here. */
  label(): string;
  /** The word on the button that sends. */
  verb(): string;
  /** The most characters that the backend takes. */
  readonly limit: number;
  /** Asks for a title of at most so many characters, too. */
  readonly titleLimit?: number;
  /** Where questions like the title are looked for; without it, none are shown. */
  readonly similar?: SimilarOptions;
  /** Whether one may show here how one did something, in steps. */
  readonly offersSteps?: boolean;
  /** Asks for a reason of at most so many characters, which may be left out. */
  readonly reasonLimit?: number;
  /** What stands in it first, if there is no draft. */
  readonly initial?: string;
  /** Takes what was typed. Settles when it is safe; on a rejection everything stays where it is. */
  submit(source: string, words: {readonly title: string; readonly reason: string; readonly form?: 'how-to'}): Promise<void>;
  /** Ends it without sending; without it, there is no button for that. */
  cancel?(): void;
}

let count = 0;

const shortcuts: Readonly<Record<string, Mark>> = {b: 'bold', i: 'italic', k: 'link', e: 'code'};

/** Where one writes. Everything typed is a draft from the first character on, and is gone only when it is safe elsewhere. */
export class Composer {
  readonly #root: HTMLElement;
  readonly #options: ComposerOptions;
  readonly #id = `composer-${++count}`;
  readonly #people: Mentioned = new Map();
  readonly #initial: string;
  #busy = false;
  #error = '';
  #previewing = false;
  #steps = false;
  /** Come a moment later: one can write without them. */
  #tools: typeof import('./toolbar.ts') | undefined;
  #picking: Promise<unknown> | undefined;
  #similar: Promise<SimilarQuestions> | undefined;
  #pictures: PictureUploads | undefined;

  /** @param root An empty element that it may fill. */
  constructor(root: HTMLElement, options: ComposerOptions) {
    this.#root = root;
    this.#options = options;
    this.#initial = toTyped(options.initial ?? '', this.#people);
    this.#steps = options.offersSteps === true && options.drafts.read(`${options.place}/form`) === 'how-to';
    this.render();
    void import('./toolbar.ts').then(tools => {
      this.#tools = tools;
      this.render();
    }, () => undefined);
    const {drafts, place} = options;
    for (const [name, id] of readPeople(drafts.read(`${place}/people`))) this.#people.set(name, id);
    const draft = toTyped(drafts.read(place), this.#people) || this.#initial;
    // The title first: setting the text keeps both.
    const titleField = this.#titleField;
    if (titleField) titleField.value = drafts.read(`${place}/title`);
    this.#seek();
    if (draft !== '') this.text = draft;
  }

  /** What is typed. */
  get text(): string {
    return this.#field.value;
  }

  set text(text: string) {
    this.#field.value = text;
    this.#keepDraft();
  }

  /** What is typed, as Markdown. */
  get source(): string {
    return toSource(this.text, this.#people);
  }

  /** Puts Markdown behind what is typed, and the cursor behind that. */
  append(source: string): void {
    const before = this.text.trimEnd();
    this.text = `${before}${before && '\n\n'}${toTyped(source, this.#people)}`;
    this.focus();
    this.#field.setSelectionRange(this.text.length, this.text.length);
  }

  focus(): void {
    (this.#titleField ?? this.#field).focus();
  }

  /** Draws it again, as after a change of language. */
  render(): void {
    const {label, verb, titleLimit, offersSteps, reasonLimit, cancel} = this.#options;
    const id = this.#id;
    render(
      html`
        <form class="composer" part="composer" novalidate @submit=${this.#send} @keydown=${this.#onKey}>
          ${titleLimit === undefined
            ? nothing
            : html`
                <label class="field-label" for="${id}-title">${msg('Your question in one sentence')}</label>
                <input class="field" id="${id}-title" part="title-field" maxlength=${titleLimit} dir="auto" autocomplete="off" @input=${this.#onTitle} />
                <div class="similar" part="similar"></div>
              `}
          ${offersSteps
            ? html`<button type="button" class="action steps" aria-pressed=${this.#steps ? 'true' : 'false'} @click=${this.#toggleSteps}>${msg('Show how you did it')}</button>`
            : nothing}
          <label class="field-label" for=${id}>${this.#steps ? msg('What did you do, step by step?') : label()}</label>
          ${this.#tools?.renderTools({
            id, previewing: this.#previewing, mark: kind => this.#mark(kind), show: previewing => this.#show(previewing),
            ...(this.#takesPictures && {pictures: this.#addPictures}),
            emoji: button => void import('./emoji-picker.ts').then(({pickEmoji}) => pickEmoji(button, text => this.#insert(text))),
          })}
          <div id="${id}-write" role="tabpanel" aria-labelledby="${id}-write-tab" ?hidden=${this.#previewing}>
            <textarea
              class="field"
              id=${id}
              part="field"
              rows="4"
              dir="auto"
              aria-describedby="${id}-hint ${id}-error"
              aria-invalid=${this.#error === '' ? 'false' : 'true'}
              @input=${this.#keepDraft}
              @paste=${this.#onPaste}
              @dragover=${this.#onDrag}
              @drop=${this.#onDrag}
            ></textarea>
            <div class="people-picker"></div>
          </div>
          <div class="body preview" id="${id}-preview" part="preview" role="tabpanel" tabindex="0" aria-labelledby="${id}-preview-tab" dir="auto" ?hidden=${!this.#previewing}></div>
          ${reasonLimit === undefined
            ? nothing
            : html`
                <label class="field-label" for="${id}-reason">${msg('Why, if you like')}</label>
                <input class="field" id="${id}-reason" maxlength=${reasonLimit} dir="auto" autocomplete="off" />
              `}
          <p class="error" id="${id}-error" role="alert" ?hidden=${this.#error === ''}>${this.#error}</p>
          <div class="composer-foot">
            <p class="hint" id="${id}-hint">${this.#renderHint()}</p>
            ${cancel ? html`<button type="button" class="action" @click=${cancel}>${msg('Cancel')}</button>` : nothing}
            <button type="submit" class="send" part="send" aria-disabled=${this.#busy ? 'true' : 'false'}>${verb()}</button>
          </div>
        </form>
      `,
      this.#root,
    );
  }

  #renderHint(): string | TemplateResult {
    const {limit} = this.#options;
    const left = limit - (this.#root.querySelector('textarea') ? this.source.length : 0);
    if (left >= limit / 10 && this.#steps) return msg('One numbered step in each line, so that others can try them.');
    if (left >= limit / 10) return msg('Markdown works here: **bold**, lists, `code`.');
    return left < 0 ? msg(str`${sayNumber(-left)} characters too long`) : msg(str`${sayNumber(left)} characters left`);
  }

  get #field(): HTMLTextAreaElement {
    return this.#root.querySelector('textarea')!;
  }

  get #titleField(): HTMLInputElement | null {
    return this.#root.querySelector('[part="title-field"]');
  }

  readonly #keepDraft = () => {
    const {drafts, place} = this.#options;
    drafts.write(place, this.text === this.#initial ? '' : this.text);
    drafts.write(`${place}/people`, this.text !== '' && this.#people.size > 0 ? JSON.stringify([...this.#people]) : '');
    if (this.#titleField) drafts.write(`${place}/title`, this.#titleField.value);
    if (this.#options.offersSteps) drafts.write(`${place}/form`, this.#steps ? 'how-to' : '');
    this.#error = '';
    this.render();
    if (this.text.includes('@')) this.#pick();
  };

  readonly #onTitle = () => {
    this.#keepDraft();
    this.#seek();
  };

  readonly #toggleSteps = () => {
    this.#steps = !this.#steps;
    this.#previewing = false;
    this.#keepDraft();
    if (this.#steps && this.text === '') applyChange(this.#field, {from: 0, to: 0, text: '1. ', selectFrom: 3, selectTo: 3});
    else if (!this.#steps && this.text.trim() === '1.') this.text = '';
    this.#field.focus();
  };

  /** Looks for what was asked before with words like these. */
  #seek(): void {
    const {similar} = this.#options;
    const title = this.#titleField?.value ?? '';
    if (!similar || (title === '' && !this.#similar) || !similar.client.can('threads.search')) return;
    this.#similar ??= import('./similar-questions.ts').then(({SimilarQuestions}) => new SimilarQuestions(this.#root.querySelector('.similar')!, similar));
    void this.#similar.then(questions => questions.look(this.#titleField?.value ?? ''), () => (this.#similar = undefined));
  }

  /** Offers people from the first `@` on. */
  #pick(): void {
    const {people} = this.#options;
    if (this.#picking || !people?.client.can('people.list')) return;
    this.#picking = import('./mention-picker.ts').then(
      ({MentionPicker}) => new MentionPicker(this.#field, this.#root.querySelector('.people-picker')!, people.client, people.space, ({name, id}) => this.#people.set(name, id)),
      () => (this.#picking = undefined),
    );
  }

  #mark(kind: Mark): void {
    const {value, selectionStart, selectionEnd} = this.#field;
    if (this.#tools) applyChange(this.#field, this.#tools.mark(value, selectionStart, selectionEnd, kind));
  }

  get #takesPictures(): boolean {
    const {client} = this.#options.people ?? {};
    return client?.backend.uploads !== undefined && client.can('files.read');
  }

  readonly #addPictures = (files: Iterable<File>) => {
    const fail = (words: string) => {
      this.#error = words;
      this.render();
    };
    void import('./picture-uploads.ts').then(({PictureUploads}) => {
      this.#pictures ??= new PictureUploads(this.#options.people!.client, this.#field, this.#keepDraft, fail);
      this.#pictures.add(files);
    }, () => fail(msg('That did not work. What you typed is still here.')));
  };

  readonly #onPaste = (event: ClipboardEvent) => this.#take(event, event.clipboardData);

  readonly #onDrag = (event: DragEvent) => this.#take(event, event.dataTransfer);

  /** Takes pictures out of what is pasted or dropped; what is text stays the browser's affair. */
  #take(event: Event, data: DataTransfer | null): void {
    if (!this.#takesPictures || !data?.types.includes('Files') || (event.type === 'paste' && data.types.includes('text/plain'))) return;
    event.preventDefault();
    if (event.type !== 'dragover') this.#addPictures([...data.files]);
  }

  #insert(text: string): void {
    const {selectionStart: from, selectionEnd: to} = this.#field;
    applyChange(this.#field, {from, to, text, selectFrom: from + text.length, selectTo: from + text.length});
  }

  #show(previewing: boolean): void {
    this.#previewing = previewing;
    this.render();
    if (!previewing) return;
    const root = this.#root.querySelector<HTMLElement>('.preview')!;
    void import('./preview.ts').then(({showPreview}) => {
      if (this.text.trim() === '') root.textContent = msg('There is nothing to preview yet.');
      else showPreview(root, this.source, this.#options.headingLevel, this.#options.people?.client);
    }, () => (root.textContent = msg('The preview could not be loaded.')));
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && command) this.#send(event);
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.target === this.#field && !event.defaultPrevented) this.#continueList(event);
    const kind = command && !event.shiftKey && !event.altKey && event.target === this.#field ? shortcuts[event.key.toLowerCase()] : undefined;
    if (kind) {
      event.preventDefault();
      this.#mark(kind);
    }
    if (event.key === 'Escape' && this.#options.cancel && !event.isComposing) {
      event.stopPropagation();
      this.#options.cancel();
    }
  };

  #continueList(event: KeyboardEvent): void {
    const {value, selectionStart, selectionEnd} = this.#field;
    const change = selectionStart === selectionEnd ? continueList(value, selectionStart) : undefined;
    if (!change) return;
    event.preventDefault();
    applyChange(this.#field, change);
  }

  readonly #send = (event: Event) => {
    event.preventDefault();
    void this.send();
  };

  /** Sends what is typed, as its button does. */
  async send(): Promise<void> {
    if (this.#busy) return;
    const typed = this.text;
    const {source} = this;
    const title = this.#titleField?.value.trim() ?? '';
    const reason = this.#root.querySelector<HTMLInputElement>(`#${this.#id}-reason`)?.value.trim() ?? '';
    const fault = this.#faultOf(source, title);
    if (fault) {
      this.#previewing = false;
      this.#error = fault;
      this.render();
      this.focus();
      return;
    }
    this.#busy = true;
    this.#error = '';
    this.render();
    try {
      await this.#options.submit(source, {title, reason, ...(this.#steps && {form: 'how-to' as const})});
      const {drafts, place} = this.#options;
      // What was typed while it was being kept is not of that post.
      const rest = this.text.startsWith(typed) ? this.text.slice(typed.length) : this.text;
      this.#field.value = rest;
      if (this.#titleField) this.#titleField.value = '';
      drafts.write(place, rest);
      drafts.write(`${place}/title`, '');
      drafts.write(`${place}/people`, '');
      drafts.write(`${place}/form`, '');
      this.#previewing = this.#steps = false;
    } catch (error) {
      this.#error = isSocialLearningError(error)
        ? failureText(error.code, error.details)
        : msg('That did not work. What you typed is still here.');
    }
    this.#busy = false;
    this.render();
  }

  #faultOf(source: string, title: string): string | undefined {
    if (this.#titleField && title === '') return msg('Say your question in one sentence first.');
    if (source.trim() === '') return msg('Write something first.');
    if (this.#pictures?.busy) return msg('A picture is still on its way. Send it once it is here.');
    if (source.includes(`![${msg('What the picture shows')}](file:`)) return msg('Say what each picture shows, between its brackets, for those who cannot see it.');
    if (source.length > this.#options.limit) {
      return msg(str`This is ${sayNumber(source.length - this.#options.limit)} characters too long. It is kept as a draft meanwhile.`);
    }
    if (this.#steps && countSteps(source) < 2) return msg('Write at least two numbered steps first, such as “1. Open the lid”.');
    return undefined;
  }
}

/** Whom a draft mentions; nobody where a page left something else there. */
function readPeople(draft: string): [string, string][] {
  try {
    const people: unknown = JSON.parse(draft || '[]');
    return Array.isArray(people) ? people.filter((each): each is [string, string] => Array.isArray(each) && each.length === 2 && each.every(part => typeof part === 'string')) : [];
  } catch {
    return [];
  }
}
