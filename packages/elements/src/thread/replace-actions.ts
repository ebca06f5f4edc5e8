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
