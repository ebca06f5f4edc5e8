const native = 'a[href], button, input, select, textarea, summary';

/** What one can press in a post: what the browser knows as such, and what shows the hand of a link to those who have a mouse. */
export class Controls {
  readonly #controls: HTMLElement[];
  readonly #pressed = new Set<EventTarget>();

  /** @param words Selects what people wrote; what stands in it is theirs. */
  constructor(post: Element, words: string) {
    const seen = [...post.querySelectorAll<HTMLElement>('*')].filter(element => element.checkVisibility() && !element.closest(words) && isControl(element));
    this.#controls = seen.filter(element => !seen.some(other => other !== element && other.contains(element)));
    addEventListener('click', event => {
      for (const target of event.composedPath()) this.#pressed.add(target);
      // A link would leave the page.
      if (event.composedPath().some(target => target instanceof HTMLAnchorElement)) event.preventDefault();
    }, {capture: true});
  }

  /** As a screen reader would say them, as far as the bench can tell. */
  get names(): string[] {
    return this.#controls.map(control => (control.getAttribute('aria-label') ?? (control.innerText.trim() || control.title || control.className)).replaceAll(/\s+/g, ' '));
  }

  /** Which of them has the focus. */
  get focused(): number | undefined {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const index = this.#controls.findIndex(control => control === active);
    return index < 0 ? undefined : index;
  }

  focus(index: number): void {
    this.#pressed.clear();
    this.#controls[index]!.focus();
  }

  /** Whether it was pressed since it was given the focus. */
  wasPressed(index: number): boolean {
    return this.#pressed.has(this.#controls[index]!);
  }

  /** The keys that should press it: a link goes by Enter alone. */
  keys(index: number): string[] {
    return this.#controls[index]!.matches('a[href]') ? ['Enter'] : ['Enter', 'Space'];
  }
}

function isControl(element: HTMLElement): boolean {
  // Children have the hand from their parent.
  return element.matches(native) || (getComputedStyle(element).cursor === 'pointer' && getComputedStyle(element.parentElement!).cursor !== 'pointer');
}
