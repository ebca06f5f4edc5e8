import {msg, str} from '@lit/localize';
import {isSocialLearningError, type Id, type Person} from '@social-learning/sdk';
import {html, nothing, render} from 'lit';
import {renderAvatar} from './render-avatar.ts';
import {failureText} from './failure-text.ts';
import {closeIcon} from './close-icon.ts';

/** What a field for choosing people is for. */
export interface PeopleFieldOptions {
  readonly label: string;
  readonly chosen: readonly Person[];
  /** Who cannot be taken out, and who is not offered. */
  readonly fixed?: Id | undefined;
  readonly without?: Id | undefined;
  /** How many can be chosen. */
  readonly most: number;
  /** Finds people by the start of their name. */
  search(start: string, signal: AbortSignal): Promise<readonly Person[]>;
  onChange(chosen: readonly Person[]): void;
}

/** Milliseconds without a keystroke after which one is looked for. */
const pause = 150;

let count = 0;

/** Where one chooses people by typing the start of their name: a combobox with a list (WAI-ARIA APG), and who was chosen before it. */
export class PeopleField {
  readonly #root: HTMLElement;
  readonly #options: PeopleFieldOptions;
  readonly #id = `people-${++count}`;
  #chosen: readonly Person[];
  #found: readonly Person[] = [];
  #active = -1;
  #open = false;
  #words = '';
  #looking = new AbortController();

  /** @param root An empty element that it may fill. */
  constructor(root: HTMLElement, options: PeopleFieldOptions) {
    this.#root = root;
    this.#options = options;
    this.#chosen = options.chosen;
    root.addEventListener('mousedown', this.#onPress);
    root.addEventListener('click', this.#onClick);
    this.render();
  }

  get chosen(): readonly Person[] {
    return this.#chosen;
  }

  focus(): void {
    this.#input.focus();
  }

  /** Draws it again, as after a change of language. */
  render(): void {
    const {label, fixed, most} = this.#options;
    const id = this.#id;
    const face = (person: Person) => html`${renderAvatar(person)}<span dir="auto">${person.name}</span>`;
    const chips = this.#chosen.map(person => html`
      <span class="chip">
        ${face(person)}
        ${person.id === fixed
          ? nothing
          : html`<button type="button" class="unchoose" aria-label=${msg(str`Take ${person.name} out`)} @click=${() => this.#drop(person)}>${closeIcon()}</button>`}
      </span>`);
    const options = this.#found.map((person, index) => html`
      <li
        class="option"
        id="${id}-${index}"
        role="option"
        aria-selected=${index === this.#active ? 'true' : 'false'}
        data-index=${index}
      >${face(person)}</li>`);
    render(
      html`
        <label class="field-label" id="${id}-label" for=${id}>${label}</label>
        <div class="field people">
          ${chips}
          <input
            id=${id}
            role="combobox"
            aria-labelledby="${id}-label"
            dir="auto"
            autocomplete="off"
            spellcheck="false"
            aria-autocomplete="list"
            aria-expanded=${this.#open ? 'true' : 'false'}
            aria-controls="${id}-list"
            aria-activedescendant=${this.#active < 0 ? nothing : `${id}-${this.#active}`}
            aria-describedby="${id}-words"
            placeholder=${this.#chosen.length === 0 ? msg('Type a name') : msg('Somebody else, too?')}
            ?readonly=${this.#chosen.length >= most}
            @input=${this.#onInput}
            @keydown=${this.#onKey}
            @blur=${() => this.#close()}
          />
        </div>
        <ul class="options" id="${id}-list" role="listbox" aria-label=${label} ?hidden=${!this.#open || this.#found.length === 0}>
          ${options}
        </ul>
        <p class="hint" id="${id}-words" role="status">${this.#words}</p>
      `,
      this.#root,
    );
  }

  get #input(): HTMLInputElement {
    return this.#root.querySelector('input')!;
  }

  /** The focus stays in the text while one chooses by pointer. */
  readonly #onPress = (event: Event) => {
    if ((event.target as Element).closest('[role="option"]')) event.preventDefault();
  };

  readonly #onClick = (event: Event) => {
    const target = event.target as Element;
    const person = this.#found[Number(target.closest<HTMLElement>('[role="option"]')?.dataset['index'])];
    if (person) this.#choose(person);
    else if (target.classList.contains('people')) this.#input.focus();
  };

  readonly #onInput = () => {
    this.#looking.abort();
    this.#looking = new AbortController();
    const start = this.#input.value.trim();
    if (start === '') this.#close();
    else void this.#look(start, this.#looking.signal);
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const last = this.#found.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = this.#active + step;
      this.#active = next > last ? 0 : next < 0 ? last : next;
      this.#open = last >= 0;
      this.render();
    } else if (event.key === 'Enter' && this.#open && this.#active >= 0) {
      event.preventDefault();
      this.#choose(this.#found[this.#active]!);
    } else if (event.key === 'Escape' && this.#open) {
      // Only the list: what stands around stays open.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (event.key === 'Backspace' && this.#input.value === '') {
      const person = this.#chosen.findLast(({id}) => id !== this.#options.fixed);
      if (person) this.#drop(person);
    }
  };

  async #look(start: string, signal: AbortSignal): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, pause));
    if (signal.aborted) return;
    try {
      const people = await this.#options.search(start, signal);
      if (signal.aborted) return;
      this.#found = people.filter(({id}) => id !== this.#options.without && !this.#chosen.some(person => person.id === id));
      this.#words = this.#found.length === 0
        ? msg('Nobody here is called so.')
        : this.#found.length === 1 ? msg('1 person. Press Enter to choose.') : msg(str`${this.#found.length} people. Choose with Up, Down and Enter.`);
    } catch (error) {
      if (signal.aborted) return;
      this.#found = [];
      this.#words = isSocialLearningError(error) ? failureText(error.code, error.details) : msg('That did not work.');
    }
    this.#open = this.#found.length > 0;
    this.#active = this.#open ? 0 : -1;
    this.render();
  }

  #choose(person: Person): void {
    this.#chosen = [...this.#chosen, person];
    this.#input.value = '';
    this.#close();
    this.#options.onChange(this.#chosen);
  }

  #drop(person: Person): void {
    this.#chosen = this.#chosen.filter(({id}) => id !== person.id);
    this.render();
    this.#input.focus();
    this.#options.onChange(this.#chosen);
  }

  #close(): void {
    this.#looking.abort();
    this.#open = false;
    this.#found = [];
    this.#active = -1;
    this.#words = '';
    this.render();
  }
}
