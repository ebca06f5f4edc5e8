import {linkSchemes, mentionedPerson, pictureOf, type Content, type Id} from '@social-learning/protocol';
import type {Element, ElementContent, Nodes} from 'hast';
import {h} from 'hastscript';
import {toHast, type State} from 'mdast-util-to-hast';

/** Level of the heading of a post; those inside stand below it. */
const postLevel = 2;
const deepestHeading = 6;

/**
 * A content tree as HTML elements, by the rules of the widget: raw HTML is text, foreign images are links, a mention is a name.
 *
 * @param addressOf Gives an address for a picture of the post. Without one its words stand in its place.
 */
export function contentElements(content: Content, addressOf?: (file: Id) => string): ElementContent[] {
  // An outline skips no level, whatever one typed.
  let last = postLevel;
  const tree: Nodes = toHast(content, {
    handlers: {
      html: (_: State, node: {value: string}): ElementContent => ({type: 'text', value: node.value}),
      heading: (state: State, node: {depth: number}): Element => {
        last = Math.min(deepestHeading, last + 1, node.depth + postLevel);
        return h(`h${last}`, state.all(node as never) as ElementContent[]);
      },
      link: (state: State, node: {url: string}): Element => {
        const children = state.all(node as never) as ElementContent[];
        if (mentionedPerson(node.url) !== undefined) return h('b', {dir: 'auto'}, children);
        return isLink(node.url) ? h('a', {href: node.url, rel: 'noopener noreferrer nofollow ugc'}, children) : h('span', children);
      },
      image: (_: State, node: {url: string; alt?: string | null}): Element => {
        const picture = addressOf && pictureOf(node.url);
        if (picture) return h('img', {src: addressOf(picture.file), alt: node.alt ?? '', width: picture.width, height: picture.height, loading: 'lazy'});
        return isLink(node.url) ? h('a', {href: node.url, rel: 'noopener noreferrer nofollow ugc'}, node.alt || node.url) : h('span', node.alt ?? '');
      },
    },
  });
  return tree.type === 'root' ? (tree.children as ElementContent[]) : [];
}

const isLink = (url: string) => URL.canParse(url) && (linkSchemes as readonly string[]).includes(new URL(url).protocol);

/** The words of a content tree on one line, so many characters at most. */
export function excerptOf(content: Content | null, length: number): string {
  const words: string[] = [];
  const open: unknown[] = [content];
  while (open.length > 0) {
    const node = open.pop() as {value?: string; children?: unknown[]} | null;
    if (typeof node?.value === 'string') words.push(node.value);
    open.push(...(node?.children ?? []).toReversed());
  }
  const text = words.join(' ').replaceAll(/\s+/g, ' ').trim();
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd().toWellFormed()}…`;
}
