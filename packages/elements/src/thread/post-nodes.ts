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
  button.setAttribute('data-act', act);
  button.textContent = label;
  if (full !== label) button.ariaLabel = full.startsWith(label) ? full : `${label}: ${full}`;
  return button;
}

/** The children of an element. `children` would be a collection that the browser keeps up to date for as long as the element lives. */
export function childrenOf(element: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) found.push(child as HTMLElement);
  return found;
}

/** Text is set only where it changes: every write costs layout and is read out anew. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
