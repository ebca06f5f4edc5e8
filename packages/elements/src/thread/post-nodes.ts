/** What a post can be asked for; its button carries the name in `data-act`. */
export type PostAct = 'reply' | 'edit' | 'remove' | 'react' | 'accept' | 'retry' | 'discard' | 'copy';

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
