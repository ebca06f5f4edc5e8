import {msg, str} from '@lit/localize';
import {isSocialLearningError} from '@social-learning/sdk';
import type {Rule} from '@social-learning/sdk/guidelines';
import {html, nothing, render} from 'lit';
import {failureText} from './failure-text.ts';
import {sayNumber} from './times.ts';

/** What somebody says who reports or decides. */
export interface Reason {
  readonly text: string;
  readonly rule?: string;
  /** One of the choices that were offered. */
  readonly choice?: string;
}

/** What the form is for. */
export interface ReasonFormOptions {
  /** What it is about, in words. */
  readonly heading: string;
  /** The rules that can be cited; with none, none is asked for. */
  readonly rules: readonly Rule[];
  /** What to write here. */
  readonly label: string;
  readonly hint?: string;
  readonly verb: string;
  /** Whether something has to be written. */
  readonly required: boolean;
  /** What can be chosen among, the first one being chosen. */
  readonly choices?: readonly {readonly value: string; readonly label: string}[];
  /** Takes it. Settles when it is safe; on a rejection everything stays where it is. */
  submit(reason: Reason): Promise<void>;
  cancel(): void;
}

/** The most characters that the contract takes. */
const longest = 2_000;

let count = 0;

/** Asks for a rule and a few words. Nothing that was typed is lost before it is safe elsewhere. */
export class ReasonForm {
  readonly #root: HTMLElement;
  readonly #options: ReasonFormOptions;
  readonly #id = `reason-${++count}`;
  #busy = false;
  #error = '';

  /** @param root An empty element that it may fill. */
  constructor(root: HTMLElement, options: ReasonFormOptions) {
    this.#root = root;
    this.#options = options;
    this.render();
  }

  focus(): void {
    this.#root.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  /** Says something that the person should know meanwhile. */
  say(text: string): void {
    this.#error = text;
    this.render();
  }

  /** Draws it again, as after a change of language. */
  render(): void {
    const {heading, rules, label, hint, verb, choices = [], cancel} = this.#options;
    const id = this.#id;
    const radios = choices.map(({value, label: words}, index) => html`
      <label class="choice"><input type="radio" name="${id}-choice" value=${value} .defaultChecked=${index === 0} /> <bdi>${words}</bdi></label>
    `);
    const options = rules.map(rule => html`<option value=${rule.id}>${rule.sentence}</option>`);
    render(
      html`
        <form class="composer" part="reason-form" novalidate aria-label=${heading} @submit=${this.#send} @keydown=${this.#onKey}>
          ${choices.length === 0 ? nothing : html`
            <fieldset class="choices">
              <legend class="field-label">${heading}</legend>
              ${radios}
            </fieldset>
          `}
          ${rules.length === 0 ? nothing : html`
            <label class="field-label" for="${id}-rule">${msg('Which rule?')}</label>
            <select class="field" id="${id}-rule" part="field">
              <option value="">${msg('None of them, or I am not sure')}</option>
              ${options}
            </select>
          `}
          <label class="field-label" for=${id}>${label}</label>
          <textarea
            class="field" id=${id} part="field" rows="3" dir="auto" maxlength=${longest}
            aria-describedby="${id}-hint ${id}-error" aria-invalid=${this.#error === '' ? 'false' : 'true'}
          ></textarea>
          <p class="error" id="${id}-error" role="alert" ?hidden=${this.#error === ''}>${this.#error}</p>
          <div class="composer-foot">
            <p class="hint" id="${id}-hint">${hint ?? msg(str`At most ${sayNumber(longest)} characters.`)}</p>
            <button type="button" class="action" part="action" @click=${cancel}>${msg('Cancel')}</button>
            <button type="submit" class="send" part="send" aria-disabled=${this.#busy ? 'true' : 'false'}>${verb}</button>
          </div>
        </form>
      `,
      this.#root,
    );
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.#options.cancel();
  };

  readonly #send = async (event: Event) => {
    event.preventDefault();
    if (this.#busy) return;
    const field = this.#root.querySelector('textarea')!;
    const rule = this.#root.querySelector('select')?.value;
    const choice = this.#root.querySelector<HTMLInputElement>('input:checked')?.value;
    if (this.#options.required && field.value.trim() === '') {
      this.say(msg('Say why: the person whose it is will read it.'));
      field.focus();
      return;
    }
    this.#busy = true;
    this.#error = '';
    this.render();
    try {
      await this.#options.submit({text: field.value, ...(rule && {rule}), ...(choice && {choice})});
      this.#busy = false;
    } catch (error) {
      this.#busy = false;
      this.say(isSocialLearningError(error) ? failureText(error.code, error.details) : msg('That did not work. What you typed is still here.'));
    }
  };
}
