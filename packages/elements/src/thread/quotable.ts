/** The words that are selected in an element, or else all of them. */
export function quotable(element: HTMLElement): string {
  const root = element.getRootNode() as ShadowRoot & {getSelection?: () => Selection | null};
  // Chromium has a selection for each root; elsewhere the page's reaches into it.
  const selection = root.getSelection?.() ?? getSelection();
  const selected = selection && !selection.isCollapsed && selection.anchorNode && element.contains(selection.anchorNode) ? selection.toString() : '';
  return (selected || element.innerText).trim();
}
