import type {ContentNode, Id, Post} from '@social-learning/sdk';
import {textOf} from '../internal/content.ts';

/** Letters of a post that are shown; its link leads to the rest. */
const shownLetters = 160;
/** Letters before a word that one looks for. */
const lead = 50;

/** The words of a post in short: its beginning, or what stands around the first of some words. */
export function shortened({content}: Post, text = ''): string {
  const words = content ? wordsOf(content).trim() : '';
  const small = words.toLowerCase();
  const places = text.toLowerCase().split(/\s+/).filter(Boolean).map(word => small.indexOf(word)).filter(place => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = first > lead ? small.lastIndexOf(' ', first - lead) + 1 : 0;
  const shown = words.slice(from, from + shownLetters);
  return `${from > 0 ? '…' : ''}${shown.trim()}${from + shownLetters < words.length ? '…' : ''}`;
}

/** Levels that are looked into for what stands on a line of its own: a hostile tree may be deep. */
const deepest = 8;
const blocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'code', 'table', 'tableRow', 'tableCell']);

/** The words of a tree, with room between what stands on lines of its own. */
function wordsOf(node: ContentNode, depth = 0): string {
  const children: readonly ContentNode[] = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return depth < deepest && children.some(({type}) => blocks.has(type)) ? children.map(child => wordsOf(child, depth + 1)).join(' ') : textOf(node);
}

/** Follows the link to a post without leaving the page, unless it is to be opened elsewhere. */
export function follow(event: MouseEvent, post: Id, go: (post: Id) => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(post);
}
