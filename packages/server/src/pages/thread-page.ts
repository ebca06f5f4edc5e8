import type {Id, Output, Post} from '@social-learning/protocol';
import type {Element} from 'hast';
import {toHtml} from 'hast-util-to-html';
import {h} from 'hastscript';
import {contentElements, excerptOf} from './content-html.ts';

/** What is read to show a thread without script. */
export interface ShownThread {
  readonly answer: Output<'threads.read'>;
  /** Name of the organisation. */
  readonly organisation: string;
  /** Addresses of this page, of its feed, and of the pages before and after it. */
  readonly address: string;
  readonly feed: string;
  readonly earlier: string | undefined;
  readonly later: string | undefined;
  /** Gives an address for a picture; `undefined` where no files are kept. */
  readonly pictureAddress: ((file: Id) => string) | undefined;
}

export const pageStyles = `
:root { color-scheme: light dark; font: 1rem/1.55 system-ui, sans-serif; }
body { max-inline-size: 46rem; margin: 2rem auto; padding-inline: 1rem; overflow-wrap: anywhere; }
article { margin-block: 1.5rem; padding-block-start: 1rem; border-block-start: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
article article { margin-inline-start: 1.25rem; }
h2, h3 { font-size: 1rem; margin: 0; }
time, .quiet { color: color-mix(in srgb, currentColor 70%, transparent); font-weight: 400; }
pre { overflow-x: auto; }
img { max-inline-size: 100%; block-size: auto; }
blockquote { margin-inline-start: 0; padding-inline-start: 1rem; border-inline-start: 3px solid color-mix(in srgb, currentColor 20%, transparent); }
nav { display: flex; gap: 1rem; }
`.trimStart();

/** A thread as a page without script: for search engines, feed readers, and links that no script turns into the widget. */
export function renderThreadPage({answer: {thread, posts, space}, organisation, address, feed, earlier, later, pictureAddress}: ShownThread): string {
  const title = thread?.title ?? thread?.subject.title ?? 'Conversation';
  const url = thread?.subject.url ?? null;
  const description = excerptOf(posts.items.find(({content}) => content)?.content ?? null, 200);
  const count = thread?.posts ?? 0;
  const property = (name: string, content: string) => h('meta', {property: name, content});
  return toHtml([
    {type: 'doctype'},
    h('html', [
      h('head', [
        h('meta', {charset: 'utf-8'}),
        h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
        h('title', `${title} · ${organisation}`),
        h('meta', {name: 'description', content: description}),
        property('og:type', 'article'), property('og:title', title), property('og:description', description),
        property('og:site_name', organisation), property('og:url', url ?? address),
        h('link', {rel: 'canonical', href: url ?? address}),
        h('link', {rel: 'alternate', type: 'application/atom+xml', title, href: feed}),
        h('link', {rel: 'stylesheet', href: 'thread.css'}),
        ...(earlier === undefined ? [] : [h('link', {rel: 'prev', href: earlier})]),
        ...(later === undefined ? [] : [h('link', {rel: 'next', href: later})]),
      ]),
      h('body', [
        h('main', [
          h('h1', {dir: 'auto'}, title),
          h('p', {class: 'quiet'}, [`${space.name} · ${count === 1 ? '1 post' : `${count} posts`}`, ...(url === null ? [] : [' · ', h('a', {href: url}, new URL(url).host)])]),
          ...nest(posts.items, pictureAddress),
          h('nav', {ariaLabel: 'Pages'}, [
            ...(earlier === undefined ? [] : [h('a', {href: earlier, rel: 'prev'}, 'Earlier posts')]),
            ...(later === undefined ? [] : [h('a', {href: later, rel: 'next'}, 'Later posts')]),
          ]),
        ]),
      ]),
    ]),
  ]);
}

/** Levels that stand within each other; what is deeper stands beside. */
const deepest = 3;

/** The posts in their tree: whom a post answers is said by where it stands, as in the widget. */
function nest(posts: readonly Post[], pictureAddress: ShownThread['pictureAddress']): Element[] {
  const roots: Element[] = [];
  const open: {readonly depth: number; readonly element: Element}[] = [];
  for (const post of posts) {
    const depth = Math.min(post.depth, deepest);
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    const element = renderPost(post, pictureAddress);
    (open.at(-1)?.element.children ?? roots).push(element);
    open.push({depth, element});
  }
  return roots;
}

function renderPost({id, author, content, createdAt, accepted, form}: Post, pictureAddress: ShownThread['pictureAddress']): Element {
  return h('article', {id: `sl-post-${id}`}, [
    h('h2', [h('bdi', author?.name ?? 'Somebody who left'), ' ', h('time', {dateTime: createdAt}, createdAt.slice(0, 10)), ...(accepted ? [' · ', 'Accepted answer'] : []), ...(form ? [' · ', form === 'how-to' ? 'How I did it' : 'Tried it'] : [])]),
    h('div', {dir: 'auto'}, content ? contentElements(content, pictureAddress) : [h('p', {class: 'quiet'}, 'This post was removed.')]),
  ]);
}
