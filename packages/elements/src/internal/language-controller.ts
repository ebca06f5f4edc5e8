import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {setStates} from './element-states.ts';
import {languageOf, runsRightToLeft, useLanguage} from './locale.ts';

/** Keeps an element in the language of its place, also when that changes: its words, and the direction in which they run. Gives its internals back. */
export function followLanguage(host: ReactiveControllerHost & HTMLElement, internals: ElementInternals): ElementInternals {
  host.addController(new LanguageController(host, internals));
  return internals;
}

class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #internals: ElementInternals;
  readonly #observer = new MutationObserver(() => this.#follow());

  constructor(host: ReactiveControllerHost & HTMLElement, internals: ElementInternals) {
    this.#host = host;
    this.#internals = internals;
  }

  hostConnected(): void {
    // A page that changes its language says so on its root element.
    for (const place of [this.#host, document.documentElement]) this.#observer.observe(place, {attributeFilter: ['lang', 'dir']});
    this.#follow();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    setStates(this.#internals, {rtl: runsRightToLeft(this.#host)});
  }

  #follow(): void {
    void useLanguage(languageOf(this.#host));
    this.#host.requestUpdate();
  }
}
