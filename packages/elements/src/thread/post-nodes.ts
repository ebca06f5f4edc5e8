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

/**
 * Puts buttons and words in the place of others. A button that does the same as before stays the one that it is, so that no press that lasts
 * meanwhile is lost. The focus on one that goes comes to the post.
 */
export function replaceActions(place: HTMLElement, children: readonly Node[]): void {
  if (!place.firstChild) return place.append(...children);
  const before = [...place.children] as HTMLElement[];
  const wanted = children.map(child => {
    const act = child instanceof HTMLElement && child.dataset['act'];
    const same = act && before.find(button => button.dataset['act'] === act);
    if (!same) return child;
    for (const name of ['aria-label', 'aria-expanded']) {
      const value = child.getAttribute(name);
      if (value === null) same.removeAttribute(name);
      else same.setAttribute(name, value);
    }
    if (same.textContent !== child.textContent) same.textContent = child.textContent;
    return same;
  });
  const root = place.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : null;
  for (const gone of [...place.childNodes].filter(node => !wanted.includes(node))) {
    if (gone === active) place.closest<HTMLElement>('.post')?.focus({preventScroll: true});
    gone.remove();
  }
  for (const [index, node] of wanted.entries()) if (place.childNodes[index] !== node) place.insertBefore(node, place.childNodes[index] ?? null);
}
