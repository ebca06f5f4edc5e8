import {msg, str} from '@lit/localize';
import {isSocialLearningError, type Drafts} from '@social-learning/sdk';
import {html, nothing, render} from 'lit';
import {failureText} from '../internal/failure-text.ts';
import {sayNumber} from '../internal/times.ts';

/** What a composer is for. */
export interface ComposerOptions {
  /** Where its draft is kept. */
  readonly place: string;
  readonly drafts: Drafts;
  /** What to write here. */
  readonly label: string;
  /** The word on the button that sends. */
  readonly verb: string;
  /** The most characters that the backend takes. */
  readonly limit: number;
  /** Asks for a title of at most so many characters, too. */
  readonly titleLimit?: number;
  /** What stands in it first, if there is no draft. */
  readonly initial?: string;
  /** Takes what was typed. Settles when it is safe; on a rejection everything stays where it is. */
  submit(source: string, title: string): Promise<void>;
  /** Ends it without sending; without it, there is no button for that. */
  cancel?(): void;
}

let count = 0;

/** Where one writes. Everything typed is a draft from the first character on, and is gone only when it is safe elsewhere. */
export class Composer {
  readonly #root: HTMLElement;
  readonly #options: ComposerOptions;
  readonly #id = `composer-${++count}`;
  #busy = false;
  #error = '';

  /** @param root An empty element that it may fill. */
  constructor(root: HTMLElement, options: ComposerOptions) {
    this.#root = root;
    this.#options = options;
    this.render();
    const draft = options.drafts.read(options.place) || (options.initial ?? '');
    // The title first: setting the text keeps both.
    const titleField = this.#titleField;
    if (titleField) titleField.value = options.drafts.read(`${options.place}/title`);
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

  focus(): void {
    (this.#titleField ?? this.#field).focus();
  }

  /** Draws it again, as after a change of language. */
  render(): void {
    const {label, verb, limit, titleLimit, cancel} = this.#options;
    const id = this.#id;
    const left = limit - (this.#root.querySelector('textarea')?.value.length ?? 0);
    render(
      html`
        <form class="composer" part="composer" novalidate @submit=${this.#send} @keydown=${this.#onKey}>
          ${titleLimit === undefined
            ? nothing
            : html`
                <label class="field-label" for="${id}-title">${msg('Your question in one sentence')}</label>
                <input class="field" id="${id}-title" part="title-field" maxlength=${titleLimit} dir="auto" autocomplete="off" @input=${this.#keepDraft} />
              `}
          <label class="field-label" for=${id}>${label}</label>
          <textarea
            class="field"
            id=${id}
            part="field"
            rows="4"
            dir="auto"
            aria-describedby="${id}-hint ${id}-error"
            aria-invalid=${this.#error === '' ? 'false' : 'true'}
            @input=${this.#keepDraft}
          ></textarea>
          <p class="error" id="${id}-error" role="alert" ?hidden=${this.#error === ''}>${this.#error}</p>
          <div class="composer-foot">
            <p class="hint" id="${id}-hint">
              ${left < limit / 10
                ? left < 0
                  ? msg(str`${sayNumber(-left)} characters too long`)
                  : msg(str`${sayNumber(left)} characters left`)
                : msg('Markdown works here: **bold**, lists, `code`.')}
            </p>
            ${cancel ? html`<button type="button" class="action" @click=${cancel}>${msg('Cancel')}</button>` : nothing}
            <button type="submit" class="send" part="send" aria-disabled=${this.#busy ? 'true' : 'false'}>${verb}</button>
          </div>
        </form>
      `,
      this.#root,
    );
  }

  get #field(): HTMLTextAreaElement {
    return this.#root.querySelector('textarea')!;
  }

  get #titleField(): HTMLInputElement | null {
    return this.#root.querySelector('input');
  }

  readonly #keepDraft = () => {
    const {drafts, place, initial} = this.#options;
    drafts.write(place, this.text === initial ? '' : this.text);
    if (this.#titleField) drafts.write(`${place}/title`, this.#titleField.value);
    this.#error = '';
    this.render();
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#send(event);
    if (event.key === 'Escape' && this.#options.cancel && !event.isComposing) {
      event.stopPropagation();
      this.#options.cancel();
    }
  };

  readonly #send = (event: Event) => {
    event.preventDefault();
    void this.send();
  };

  /** Sends what is typed, as its button does. */
  async send(): Promise<void> {
    if (this.#busy) return;
    const source = this.text;
    const title = this.#titleField?.value.trim() ?? '';
    const fault = this.#faultOf(source, title);
    if (fault) {
      this.#error = fault;
      this.render();
      this.focus();
      return;
    }
    this.#busy = true;
    this.#error = '';
    this.render();
    try {
      await this.#options.submit(source, title);
      const {drafts, place} = this.#options;
      // What was typed while it was being kept is not of that post.
      const rest = this.text.startsWith(source) ? this.text.slice(source.length) : this.text;
      this.#field.value = rest;
      if (this.#titleField) this.#titleField.value = '';
      drafts.write(place, rest);
      drafts.write(`${place}/title`, '');
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
    if (source.length > this.#options.limit) {
      return msg(str`This is ${sayNumber(source.length - this.#options.limit)} characters too long. It is kept as a draft meanwhile.`);
    }
    return undefined;
  }
}
