import type {Id, Post} from '@social-learning/sdk';
import {textOf} from '../internal/content.ts';

/** Letters of a post that are shown; its link leads to the rest. */
const shownLetters = 160;
/** Letters before a word that one looks for. */
const lead = 50;

/** The words of a post in short: its beginning, or what stands around the first of some words. */
export function shortened({content}: Post, text = ''): string {
  const words = (content?.children ?? []).map(block => textOf(block)).join(' ').trim();
  const small = words.toLowerCase();
  const places = text.toLowerCase().split(/\s+/).filter(Boolean).map(word => small.indexOf(word)).filter(place => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = first > lead ? small.lastIndexOf(' ', first - lead) + 1 : 0;
  const shown = words.slice(from, from + shownLetters);
  return `${from > 0 ? '…' : ''}${shown.trim()}${from + shownLetters < words.length ? '…' : ''}`;
}

/** Follows the link to a post without leaving the page, unless it is to be opened elsewhere. */
export function follow(event: MouseEvent, post: Id, go: (post: Id) => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(post);
}
