import {msg, str} from '@lit/localize';
import type {Client, Person} from '@social-learning/sdk';
import {html, nothing, render} from 'lit';
import {renderAvatar} from '../internal/render-avatar.ts';
import {sayNumber} from '../internal/times.ts';
import {applyChange} from './text-change.ts';

/** A name being typed: where its `@` stands, and what follows it. */
interface Asked {
  readonly from: number;
  readonly name: string;
}

const most = 8;
/** Milliseconds that a name must rest before it is looked for. */
const rest = 120;
const typing = /(?:^|[\s(])@([\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*)?)$/u;

/** Chooses whom one mentions while one types: an editable combobox with a list (WAI-ARIA APG), on a text area. */
export class MentionPicker {
  readonly #field: HTMLTextAreaElement;
  readonly #root: HTMLElement;
  readonly #client: Client;
  readonly #space: string | undefined;
  readonly #onChoose: (person: Person) => void;
  readonly #id: string;
  #asked: Asked | undefined;
  #people: readonly Person[] = [];
  #active = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param root An empty element below the field. @param onChoose Told of whom is mentioned before the text is. */
  constructor(field: HTMLTextAreaElement, root: HTMLElement, client: Client, space: string | undefined, onChoose: (person: Person) => void) {
    this.#field = field;
    this.#root = root;
    this.#client = client;
    this.#space = space;
    this.#onChoose = onChoose;
    this.#id = `${field.id}-people`;
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-haspopup', 'listbox');
    field.addEventListener('input', this.#look);
    field.addEventListener('keydown', this.#onKey);
    field.addEventListener('blur', this.#close);
    // A status that comes together with its words is not said: it has to be there before them.
    this.#render();
    this.#look();
  }

  readonly #look = () => {
    clearTimeout(this.#timer);
    const {selectionStart: caret, selectionEnd} = this.#field;
    const match = caret === selectionEnd ? typing.exec(this.#field.value.slice(0, caret)) : null;
    if (!match) {
      this.#close();
      return;
    }
    this.#asked = {from: caret - match[1]!.length - 1, name: match[1]!};
    this.#timer = setTimeout(() => void this.#find(this.#asked!).catch(this.#close), rest);
  };

  async #find(asked: Asked): Promise<void> {
    const name = asked.name.trim();
    const {items} = await this.#client.call('people.list', {
      ...(this.#space !== undefined && {space: this.#space}), ...(name && {name}), limit: most,
    });
    if (this.#asked !== asked) return;
    this.#people = items;
    this.#active = 0;
    this.#render();
  }

  #render(): void {
    const people = this.#people;
    const open = people.length > 0;
    for (const [attribute, id] of [['aria-controls', this.#id], ['aria-activedescendant', `${this.#id}-${this.#active}`]] as const) {
      if (open) this.#field.setAttribute(attribute, id);
      else this.#field.removeAttribute(attribute);
    }
    const options = people.map((person, index) => html`
      <li id="${this.#id}-${index}" role="option" class="person-option" aria-selected=${index === this.#active ? 'true' : 'false'}
        @pointerdown=${(event: Event) => this.#press(event, index)}>
        ${renderAvatar(person)}<bdi>${person.name}</bdi>
      </li>`);
    render(html`
      ${open ? html`<ul class="people-options" id=${this.#id} role="listbox" aria-label=${msg('People')}>${options}</ul>` : nothing}
      <p class="visually-hidden" role="status">${
        open ? (people.length === 1 ? msg('1 person. Enter to choose.') : msg(str`${sayNumber(people.length)} people. Up and Down to choose.`)) : nothing
      }</p>
    `, this.#root);
  }

  #press(event: Event, index: number): void {
    // The field keeps the focus.
    event.preventDefault();
    this.#choose(index);
  }

  #choose(index: number): void {
    const person = this.#people[index];
    const asked = this.#asked;
    if (!person || !asked) return;
    this.#onChoose(person);
    const text = `@${person.name} `;
    const end = asked.from + text.length;
    const to = this.#field.selectionStart;
    this.#close();
    applyChange(this.#field, {from: asked.from, to, text, selectFrom: end, selectTo: end});
    this.#close();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (this.#people.length === 0 || event.isComposing) return;
    const {length} = this.#people;
    if (event.key === 'ArrowDown') this.#active = (this.#active + 1) % length;
    else if (event.key === 'ArrowUp') this.#active = (this.#active + length - 1) % length;
    else if (event.key === 'Escape') this.#close();
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') this.#choose(this.#active);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.#people.length > 0) this.#render();
  };

  readonly #close = () => {
    clearTimeout(this.#timer);
    this.#asked = undefined;
    if (this.#people.length === 0 && this.#root.childElementCount === 0) return;
    this.#people = [];
    this.#render();
  };
}
