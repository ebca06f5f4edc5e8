import {msg, str} from '@lit/localize';
import {limits, toSocialLearningError, type Client, type SocialLearningError} from '@social-learning/sdk';
import type {Guidelines, GuidelinesStore, Rule} from '@social-learning/sdk/guidelines';
import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {failureText} from '../internal/failure-text.ts';

/** What is being written; kept as a draft from the first character on. */
interface Draft {
  readonly rules: Rule[];
  readonly required: boolean;
  /** The version that it is based on. */
  readonly revision: number;
}

/** Where curators write the guidelines of a space. */
export class GuidelinesEditor {
  readonly #host: LitElement;
  readonly #client: Client;
  readonly #store: GuidelinesStore;
  readonly #place: string;
  readonly #onEnd: (published: boolean) => void;
  #draft: Draft;
  #error: SocialLearningError | undefined;
  #missing = false;
  #busy = false;

  /** @param onEnd Called when it is published, or given up. */
  constructor(host: LitElement, client: Client, store: GuidelinesStore, before: Guidelines | null, onEnd: (published: boolean) => void) {
    this.#host = host;
    this.#client = client;
    this.#store = store;
    this.#onEnd = onEnd;
    const known = store.$state.get();
    this.#place = `guidelines/${known.status === 'ready' ? known.space.slug : ''}`;
    const kept = readDraft(client.drafts.read(this.#place));
    this.#draft = kept ?? {rules: before?.rules.map(rule => ({...rule})) ?? [this.#newRule()], required: before?.required ?? true, revision: before?.version ?? 0};
  }

  render(): TemplateResult {
    const {rules, required} = this.#draft;
    return html`
      <form class="editor" novalidate @submit=${this.#publish}>
        ${repeat(rules, ({id}) => id, (rule, index) => this.#renderRule(rule, index))}
        <div class="rule-acts">
          <button type="button" class="action" part="action" @click=${this.#add} ?hidden=${rules.length >= limits.rules}>${msg('Add a rule')}</button>
        </div>
        <label class="choice"><input type="checkbox" .checked=${required} @change=${this.#onRequired} /> ${msg('Everybody agrees to them before the first post')}</label>
        ${this.#missing ? html`<p class="error" role="alert">${msg('Each rule needs a sentence.')}</p>` : nothing}
        ${this.#error ? html`<p class="error" role="alert">${this.#error.code === 'revision-conflict'
          ? msg('Somebody else has published a version in the meantime. Publish again to put yours in its place, or cancel to see it.')
          : failureText(this.#error.code, this.#error.details)}</p>` : nothing}
        <div class="composer-foot">
          <p class="hint">${msg('A new version holds from the moment that it is published. The older ones are kept.')}</p>
          <button type="button" class="action" part="action" @click=${this.#cancel}>${msg('Cancel')}</button>
          <button type="submit" class="send" part="send" aria-disabled=${this.#busy ? 'true' : 'false'}>${msg('Publish')}</button>
        </div>
      </form>
    `;
  }

  #renderRule(rule: Rule, index: number): TemplateResult {
    const {rules} = this.#draft;
    const number = index + 1;
    return html`
      <fieldset class="rule-editor">
        <legend>${msg(str`Rule ${number}`)}</legend>
        ${this.#renderField(rule, 'sentence', msg('The rule in one sentence'), limits.ruleSentence)}
        ${this.#renderField(rule, 'do', msg('What to do, if an example helps'), limits.ruleExample)}
        ${this.#renderField(rule, 'dont', msg('What not to do, if an example helps'), limits.ruleExample)}
        <div class="rule-acts">
          <button type="button" class="action" part="action" aria-label=${msg(str`Up: rule ${number}`)} ?hidden=${index === 0} @click=${() => this.#move(index, -1)}>${msg('Up')}</button>
          <button type="button" class="action" part="action" aria-label=${msg(str`Down: rule ${number}`)} ?hidden=${index === rules.length - 1} @click=${() => this.#move(index, 1)}>${msg('Down')}</button>
          <button type="button" class="action" part="action" aria-label=${msg(str`Take out: rule ${number}`)} ?hidden=${rules.length === 1} @click=${() => this.#takeOut(index)}>${msg('Take out')}</button>
        </div>
      </fieldset>
    `;
  }

  #renderField(rule: Rule, name: 'sentence' | 'do' | 'dont', label: string, longest: number): TemplateResult {
    const id = `${rule.id}-${name}`;
    return html`
      <label class="field-label" for=${id}>${label}</label>
      <textarea
        class="field" id=${id} part="field" rows="1" dir="auto" maxlength=${longest} .value=${rule[name] ?? ''}
        @input=${(event: Event) => this.#write(rule.id, name, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    `;
  }

  #newRule(): Rule {
    return {id: this.#client.createId(), sentence: '', do: null, dont: null};
  }

  /** @param quiet Whether what is on screen is right already. */
  #change(changes: Partial<Draft>, quiet = false): void {
    this.#draft = {...this.#draft, ...changes};
    this.#client.drafts.write(this.#place, JSON.stringify(this.#draft));
    this.#error = undefined;
    this.#missing = false;
    if (!quiet) this.#host.requestUpdate();
  }

  #write(id: string, name: 'sentence' | 'do' | 'dont', text: string): void {
    this.#change({
      rules: this.#draft.rules.map(rule => (rule.id === id ? {...rule, [name]: name === 'sentence' ? text : text.trim() === '' ? null : text} : rule)),
    }, true);
  }

  #move(index: number, by: 1 | -1): void {
    const rules = [...this.#draft.rules];
    const [rule] = rules.splice(index, 1);
    rules.splice(index + by, 0, rule!);
    this.#change({rules});
    this.#focus(index + by);
  }

  #takeOut(index: number): void {
    this.#change({rules: this.#draft.rules.filter((_, place) => place !== index)});
    this.#focus(Math.min(index, this.#draft.rules.length - 1));
  }

  readonly #add = () => {
    this.#change({rules: [...this.#draft.rules, this.#newRule()]});
    this.#focus(this.#draft.rules.length - 1);
  };

  readonly #onRequired = (event: Event) => this.#change({required: (event.target as HTMLInputElement).checked});

  #focus(index: number): void {
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelectorAll<HTMLElement>('.rule-editor')[index]?.querySelector<HTMLElement>('.field')?.focus());
  }

  readonly #cancel = () => {
    this.#client.drafts.write(this.#place, '');
    this.#onEnd(false);
  };

  readonly #publish = async (event: Event) => {
    event.preventDefault();
    if (this.#busy) return;
    const {rules, required, revision} = this.#draft;
    const empty = rules.findIndex(({sentence}) => sentence.trim() === '');
    this.#missing = empty >= 0;
    if (this.#missing) {
      this.#focus(empty);
      this.#host.requestUpdate();
      return;
    }
    this.#busy = true;
    this.#host.requestUpdate();
    try {
      await this.#store.publish(rules, required, revision);
      this.#client.drafts.write(this.#place, '');
      this.#onEnd(true);
    } catch (cause) {
      const error = toSocialLearningError(cause);
      if (error.details.revision !== undefined) this.#change({revision: error.details.revision});
      this.#error = error;
    }
    this.#busy = false;
    this.#host.requestUpdate();
  };
}

function readDraft(text: string): Draft | undefined {
  try {
    const draft = JSON.parse(text) as Partial<Draft>;
    return Array.isArray(draft.rules) && typeof draft.revision === 'number' ? (draft as Draft) : undefined;
  } catch {
    return undefined;
  }
}
