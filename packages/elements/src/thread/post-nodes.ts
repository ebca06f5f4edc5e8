/** What a post can be asked for; its button carries the name in `data-act`. */
export type PostAct =
  | 'reply' | 'edit' | 'remove' | 'react' | 'accept' | 'retry' | 'discard' | 'copy' | 'more' | 'agree' | 'quote' | 'link' | 'history' | 'copy-code'
  | 'fold' | 'further' | 'tried' | 'pin' | PostConcern;

/** What is asked for in the menu of a post. */
export type PostConcern = 'report' | 'approve' | 'hide' | 'restore' | 'take-out';

/** An element that is a part of its own name. */
export function create(tag: string, name: string, part = name): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.setAttribute('part', part);
  return element;
}

/** A button of words. Its name begins with what is seen (WCAG 2.5.3). */
export function action(act: PostAct, label: string, full: string): HTMLButtonElement {
  const button = create('button', 'action', `action ${act}`) as HTMLButtonElement;
  button.type = 'button';
  button.dataset['act'] = act;
  button.textContent = label;
  if (full !== label) button.ariaLabel = full.startsWith(label) ? full : `${label}: ${full}`;
  return button;
}

/** Puts other buttons in the place of some, and leaves the focus on the one that does the same, or else on the post. */
export function replaceActions(place: HTMLElement, children: readonly Node[]): void {
  const root = place.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : null;
  const held = active instanceof HTMLElement && place.contains(active) ? active.dataset['act'] : undefined;
  place.replaceChildren(...children);
  if (held === undefined) return;
  const next = place.querySelector<HTMLElement>(`[data-act="${held}"]`) ?? place.closest<HTMLElement>('.post');
  next?.focus({preventScroll: true});
}
