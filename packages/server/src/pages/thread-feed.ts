import {toHtml} from 'hast-util-to-html';
import {x} from 'xastscript';
import {toXml} from 'xast-util-to-xml';
import {contentElements, excerptOf} from './content-html.ts';
import type {ShownThread} from './thread-page.ts';

/** The latest posts of a thread as a feed (Atom, RFC 4287). */
export function renderThreadFeed({answer: {thread, posts, space}, organisation, address, feed}: ShownThread): string {
  const title = thread?.title ?? thread?.subject.title ?? 'Conversation';
  const shown = posts.items.filter(({content}) => content).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const pageOf = (id: string) => `${thread?.subject.url ?? address}#sl-post-${id}`;
  const entries = shown.map(({id, author, content, createdAt, editedAt}) => x('entry', [
    x('id', `urn:uuid:${id}`),
    x('title', excerptOf(content, 80)),
    x('link', {href: pageOf(id)}),
    x('published', createdAt),
    x('updated', editedAt ?? createdAt),
    x('author', [x('name', author?.name ?? 'Somebody who left')]),
    x('content', {type: 'html'}, toHtml(contentElements(content!))),
  ]));
  return toXml([
    {type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"'},
    x('feed', {xmlns: 'http://www.w3.org/2005/Atom'}, [
      x('id', feed),
      x('title', title),
      x('subtitle', `${space.name}, ${organisation}`),
      x('link', {rel: 'self', href: feed}),
      x('link', {href: thread?.subject.url ?? address}),
      x('updated', thread?.lastActivityAt ?? '1970-01-01T00:00:00.000Z'),
      ...entries,
    ]),
  ]);
}
