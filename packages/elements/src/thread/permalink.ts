import type {Id} from '@social-learning/sdk';
import {permalinkHash, permalinkPrefix} from '../internal/permalink-hash.ts';

/** The address of a post: that of its page, with the post named behind the hash. */
export function permalink(id: Id): string {
  return location.href.split('#')[0] + permalinkHash(id);
}

/** The post that the address of the page names. */
export function postInAddress(): Id | undefined {
  const {hash} = location;
  return hash.startsWith(permalinkPrefix) ? hash.slice(permalinkPrefix.length) : undefined;
}

/** The words that are selected in an element, or else all of them. */
export function quotable(element: HTMLElement): string {
  const root = element.getRootNode() as ShadowRoot & {getSelection?: () => Selection | null};
  // Chromium has a selection for each root; elsewhere the page's reaches into it.
  const selection = root.getSelection?.() ?? getSelection();
  const selected = selection && !selection.isCollapsed && selection.anchorNode && element.contains(selection.anchorNode) ? selection.toString() : '';
  return (selected || element.innerText).trim();
}
