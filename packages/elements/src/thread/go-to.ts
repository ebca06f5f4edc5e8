/** Puts the focus on a post, also where it was folded away. */
export function goTo(node: HTMLElement | undefined): void {
  // As where one looks for it in the page: whoever folds shows it.
  if (node?.hidden) node.dispatchEvent(new Event('beforematch', {bubbles: true}));
  node?.focus();
}
