import {msg, str} from '@lit/localize';
import {isSocialLearningError, limits, type Client, type OutboxItem, type Person} from '@social-learning/sdk';
import type {KudosState, KudosStore, KudosTerms, KudosView} from '@social-learning/sdk/kudos';
import {html, nothing, render, type TemplateResult} from 'lit';
import {failureText} from '../internal/failure-text.ts';
import {closeIcon} from '../internal/close-icon.ts';
import {currentLocale} from '../internal/locale.ts';
import {PeopleField} from '../internal/people-field.ts';
import {peopleFieldStyles} from '../internal/people-field.styles.ts';
import {sayNumber} from '../internal/times.ts';
import {dialogStyles} from './kudos-dialog.styles.ts';
import {KudosDrafts} from './kudos-draft.ts';
import {renderEntry} from './kudos-entry.ts';
import {KudosGiveEvent, KudosGivenEvent} from './kudos.events.ts';

/** The part of a kudos element that the dialog needs. */
export interface GivingElement extends HTMLElement {
  readonly subjectTitle?: string;
}

type Ready = Extract<KudosState, {status: 'ready'}>;

const shown = 5;

/** Where one gives kudos and reads the latest. Everything typed is a draft until it is safe elsewhere. */
export class KudosDialog {
  readonly #host: GivingElement;
  readonly #client: Client;
  readonly #store: KudosStore;
  readonly #footOf: (view: KudosView) => unknown;
  readonly #dialog = document.createElement('dialog');
  /** Whose form it is: another person finds their own draft. */
  #owner = '';
  #people: PeopleField | undefined;
  #terms: KudosTerms | undefined;
  #value: string | undefined;
  #error = '';
  #busy = false;

  /** @param footOf What stands below one of the latest kudos. */
  constructor(host: GivingElement, client: Client, store: KudosStore, footOf: (view: KudosView) => unknown) {
    this.#host = host;
    this.#client = client;
    this.#store = store;
    this.#footOf = footOf;
    const root = host.shadowRoot!;
    for (const {styleSheet} of [dialogStyles, peopleFieldStyles]) {
      if (!root.adoptedStyleSheets.includes(styleSheet!)) root.adoptedStyleSheets.push(styleSheet!);
    }
    this.#dialog.setAttribute('part', 'dialog');
    this.#dialog.setAttribute('aria-labelledby', 'dialog-heading');
    this.#dialog.addEventListener('click', event => {
      // The backdrop is the dialog itself: all else is inside.
      if (event.target === this.#dialog) this.close();
    });
    root.append(this.#dialog);
  }

  get isOpen(): boolean {
    return this.#dialog.open;
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#error = '';
    this.#forgetForm();
    this.#dialog.showModal();
    this.render();
  }

  /** Puts what could not be given where it can be said again. */
  async takeUp({pending}: KudosView, people: readonly Person[]): Promise<void> {
    const taken = pending && (await this.#store.discard(pending.id));
    if (taken?.name !== 'kudos.give') return;
    const {message, value} = (taken as OutboxItem<'kudos.give'>).input;
    const before = this.#drafts.read();
    this.#drafts.write({
      to: before.to.length > 0 ? before.to : people, value: value ?? before.value,
      message: [before.message, message].filter(Boolean).join('\n\n'),
    });
    this.open();
  }

  close(): void {
    this.#dialog.close();
  }

  remove(): void {
    this.#dialog.remove();
  }

  /** Draws it again, as after news or a change of language. */
  render(): void {
    const state = this.#store.$state.get();
    if (state.status !== 'ready') return;
    const form = this.#store.mayGive();
    if (!form || this.#owner !== this.#client.owner) this.#people = undefined;
    this.#owner = this.#client.owner;
    render(
      html`
        <div class="dialog">
          <header class="dialog-head">
            <h2 class="heading" id="dialog-heading">${this.#heading(state, form)}</h2>
            <button type="button" class="close" aria-label=${msg('Close')} @click=${() => this.close()}>${closeIcon()}</button>
          </header>
          ${form ? this.#renderForm() : this.#renderWhyNot(state)}
          ${this.#renderLatest(state)}
        </div>
      `,
      this.#dialog,
    );
    // Who may give is known a moment after the rest.
    if (form && !this.#people) this.#begin(state);
    else this.#people?.render();
  }

  #heading({about}: Ready, form: boolean): string {
    if (form && about?.type === 'person') return msg(str`Thank ${about.person.name}`);
    if (form && about?.type === 'post' && about.author) return msg(str`Thank ${about.author.name}`);
    return form ? msg('Thank somebody') : msg('Kudos');
  }

  #renderWhyNot(state: Ready): TemplateResult | typeof nothing {
    if (!this.#client.me?.person) return html`<slot name="signed-out"><p class="notice">${msg('Sign in on this page to thank people.')}</p></slot>`;
    return state.items.length > 0 ? nothing : html`<p class="quiet">${msg('No kudos yet.')}</p>`;
  }

  #renderForm(): TemplateResult {
    const left = limits.kudosMessage - (this.#dialog.querySelector('textarea')?.value.length ?? 0);
    return html`
      <form class="form" part="form" novalidate @submit=${this.#send} @keydown=${this.#onKey}>
        <div data-people></div>
        ${this.#renderValues()}
        <div class="form-part">
          <label class="field-label" for="message">${msg('What did they do, and what did it mean to you?')}</label>
          <textarea
            class="field"
            id="message"
            part="field"
            rows="3"
            dir="auto"
            aria-describedby="message-hint message-error"
            aria-invalid=${this.#error === '' ? 'false' : 'true'}
            @input=${this.#keep}
          ></textarea>
          <p class="error" id="message-error" role="alert" ?hidden=${this.#error === ''}>${this.#error}</p>
          <p class="hint" id="message-hint">
            ${left < 0
              ? msg(str`${sayNumber(-left)} characters too long`)
              : left < limits.kudosMessage / 5 ? msg(str`${sayNumber(left)} characters left`) : this.#allowanceWords()}
          </p>
        </div>
        <div class="form-foot">
          <button type="button" class="action" @click=${() => this.close()}>${msg('Cancel')}</button>
          <button type="submit" class="send" part="send" aria-disabled=${this.#busy ? 'true' : 'false'}>${msg('Give kudos')}</button>
        </div>
      </form>
    `;
  }

  #renderValues(): TemplateResult | typeof nothing {
    const values = this.#terms?.values ?? [];
    if (values.length === 0) return nothing;
    const choose = (value: string | undefined) => {
      this.#value = value;
      this.#keep();
    };
    const choices = [{key: undefined, name: msg('Just thanks'), description: null}, ...values].map(({key, name, description}) => html`
      <label class="value-choice" title=${description ?? nothing}>
        <input type="radio" name="value" .checked=${key === this.#value} @change=${() => choose(key)} />
        <span dir="auto">${name}</span>
      </label>`);
    return html`
      <fieldset class="values">
        <legend class="field-label">${msg('Does it show one of our values?')}</legend>
        ${choices}
      </fieldset>
    `;
  }

  #renderLatest(state: Ready): TemplateResult | typeof nothing {
    const items = state.items.slice(0, shown).map(view => renderEntry(view, {now: this.#client.serverNow(), foot: this.#footOf}));
    if (items.length === 0) return nothing;
    return html`
      <section class="latest" aria-labelledby="latest-heading">
        <h3 class="latest-heading" id="latest-heading">${msg('Latest kudos')}</h3>
        <ol class="entries">${items}</ol>
      </section>
    `;
  }

  #allowanceWords(): string {
    const {allowance} = this.#terms ?? {};
    if (!allowance) return '';
    const timeZone = this.#client.me?.organisation.timeZone;
    const day = new Intl.DateTimeFormat(currentLocale(), {weekday: 'long', ...(timeZone && {timeZone})}).format(new Date(allowance.renewsAt));
    if (allowance.left === 0) return msg(str`You have thanked ${sayNumber(allowance.perWeek)} people this week. It begins anew on ${day}.`);
    return allowance.left === 1
      ? msg(str`You can thank 1 more person until ${day}.`)
      : msg(str`You can thank ${sayNumber(allowance.left)} more people until ${day}.`);
  }

  get #drafts(): KudosDrafts {
    return new KudosDrafts(this.#client.drafts, this.#store.place);
  }

  get #field(): HTMLTextAreaElement {
    return this.#dialog.querySelector('textarea')!;
  }

  /** Begins with a draft, and with whom the place is about. */
  #begin({about}: Ready): void {
    const {to, message, value} = this.#drafts.read();
    const first = about?.type === 'person' ? about.person : about?.type === 'post' ? about.author : null;
    const {space} = this.#store.place;
    const place = document.createElement('div');
    place.className = 'form-part';
    this.#dialog.querySelector('[data-people]')!.replaceChildren(place);
    this.#people = new PeopleField(place, {
      label: msg('Whom do you thank?'),
      chosen: [...(first ? [first] : []), ...to.filter(({id}) => id !== first?.id)],
      fixed: about?.type === 'person' ? first?.id : undefined,
      without: this.#client.me?.person?.id,
      most: limits.recipients,
      search: async (name, signal) => (await this.#client.call('people.list', {name, limit: 8, ...(space !== undefined && {space})}, {signal})).items,
      onChange: this.#keep,
    });
    this.#field.value = message;
    this.#value = value;
    this.render();
    if (this.#people.chosen.length === 0) this.#people.focus();
    else this.#field.focus();
    void this.#readTerms();
  }

  async #readTerms(): Promise<void> {
    // Without them one can still give: whatever they forbid is said by the answer.
    this.#terms = await this.#store.terms().catch(() => this.#terms);
    if (this.#dialog.open) this.render();
  }

  readonly #keep = () => {
    this.#drafts.write({message: this.#field.value, value: this.#value, to: this.#people?.chosen ?? []});
    this.#error = '';
    this.render();
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#send(event);
  };

  readonly #send = async (event: Event) => {
    event.preventDefault();
    if (this.#busy) return;
    const to = this.#people?.chosen ?? [];
    const message = this.#field.value.trim();
    const fault = this.#faultOf(to, message);
    if (fault) {
      this.#error = fault;
      this.render();
      if (to.length === 0) this.#people?.focus();
      else this.#field.focus();
      return;
    }
    this.#busy = true;
    this.render();
    try {
      await this.#give(to, message);
    } catch (error) {
      this.#error = isSocialLearningError(error) ? failureText(error.code, error.details) : msg('That did not work. What you typed is still here.');
    }
    this.#busy = false;
    if (this.#dialog.open) this.render();
  };

  async #give(to: readonly Person[], message: string): Promise<void> {
    if (!this.#host.dispatchEvent(new KudosGiveEvent(to, message))) throw new Error('The page did not let these kudos through.');
    const title = (this.#host.subjectTitle ?? document.title).trim().slice(0, limits.title);
    const url = location.origin + location.pathname;
    const id = await this.#store.give({
      to, message,
      ...(this.#value !== undefined && {value: this.#value}),
      subject: {...(title && {title}), ...(/^https?:/.test(url) && {url})},
    });
    this.#drafts.forget();
    this.#host.dispatchEvent(new KudosGivenEvent(id));
    this.close();
  }

  /** Each time begins anew, with what is kept as a draft. */
  #forgetForm(): void {
    this.#people = undefined;
    render(nothing, this.#dialog);
  }

  #faultOf(to: readonly Person[], message: string): string | undefined {
    if (to.length === 0) return msg('Say first whom you thank.');
    if (message === '') return msg('Say in a few words what for.');
    if (message.length > limits.kudosMessage) {
      return msg(str`This is ${sayNumber(message.length - limits.kudosMessage)} characters too long. It is kept as a draft meanwhile.`);
    }
    const left = this.#terms?.allowance?.left;
    return left !== undefined && left < to.length ? `${this.#allowanceWords()} ${msg('What you wrote is kept until then.')}` : undefined;
  }
}
