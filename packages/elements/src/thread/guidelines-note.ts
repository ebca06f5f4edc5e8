import {msg} from '@lit/localize';
import {isSocialLearningError, type Client, type SocialLearningError} from '@social-learning/sdk';
import {guidelinesOf, type GuidelinesStore} from '@social-learning/sdk/guidelines';
import {html, nothing, render, type TemplateResult} from 'lit';
import {renderRules} from '../guidelines/rules.ts';
import {rulesStyles} from '../guidelines/rules.styles.ts';
import {failureText} from '../internal/failure-text.ts';

/** The guidelines of a space beside what one writes: a quiet line to open, and where they must be agreed to, the place to do it. */
export class GuidelinesNote {
  readonly #root: HTMLElement;
  readonly #store: GuidelinesStore;
  readonly #stop: () => void;
  #open = false;
  #busy = false;
  #error = '';
  #then: (() => void) | undefined;
  /** Whether the button to agree is to have the focus once it is there. */
  #awaited = false;

  /** @param root An empty element that it may fill. */
  constructor(root: HTMLElement, client: Client, space: string | undefined) {
    const host = root.getRootNode();
    const sheet = rulesStyles.styleSheet!;
    if (host instanceof ShadowRoot && !host.adoptedStyleSheets.includes(sheet)) host.adoptedStyleSheets.push(sheet);
    this.#root = root;
    this.#store = guidelinesOf(client, space);
    this.#stop = this.#store.$state.subscribe(() => this.render());
  }

  /** Whether one has to agree before one may post. */
  get mustAgree(): boolean {
    return this.#store.mustAgree;
  }

  /** Shows them and asks to agree. @param then Called once the person has. */
  ask(then: () => void): void {
    this.#then = then;
    this.#open = this.#awaited = true;
    this.render();
  }

  close(): void {
    this.#stop();
  }

  /** Draws it again, as after a change of language. */
  render(): void {
    const state = this.#store.$state.get();
    const guidelines = state.status === 'ready' ? state.guidelines : null;
    if (!guidelines) {
      render(this.#then && state.status === 'failed' ? this.#renderFailure(state.error) : nothing, this.#root);
      return;
    }
    const {mustAgree} = this;
    render(
      html`
        <details class="space-rules" part="guidelines" ?open=${this.#open || mustAgree} @toggle=${this.#onToggle}>
          <summary>${mustAgree ? msg('Before your first post here: how we treat each other') : msg('How we treat each other here')}</summary>
          <div class="space-rules-body">
            ${renderRules(guidelines.rules)}
            ${mustAgree ? html`
              <p class="error" role="alert" ?hidden=${this.#error === ''}>${this.#error}</p>
              <button type="button" class="send agree" part="agree" aria-disabled=${this.#busy ? 'true' : 'false'} @click=${this.#agree}>
                ${this.#then ? msg('I agree, post it') : msg('I agree')}
              </button>
            ` : nothing}
          </div>
        </details>
      `,
      this.#root,
    );
    const agree = this.#awaited ? this.#root.querySelector<HTMLElement>('.agree') : null;
    if (agree) {
      this.#awaited = false;
      agree.focus();
    }
  }

  #renderFailure({code, details}: SocialLearningError): TemplateResult {
    return html`
      <div class="notice critical" part="notice" role="alert">
        <p>${msg('The guidelines could not be read.')} ${failureText(code, details)}</p>
        <button type="button" class="action" part="action" @click=${() => this.#store.reload()}>${msg('Try again')}</button>
      </div>
    `;
  }

  readonly #onToggle = (event: Event) => {
    this.#open = (event.target as HTMLDetailsElement).open;
  };

  readonly #agree = async () => {
    if (this.#busy) return;
    this.#busy = true;
    this.#error = '';
    this.render();
    try {
      await this.#store.agree();
      this.#open = false;
      this.#then?.();
      this.#then = undefined;
    } catch (error) {
      this.#error = isSocialLearningError(error) ? failureText(error.code, error.details) : msg('That did not work.');
    }
    this.#busy = false;
    this.render();
  };
}
