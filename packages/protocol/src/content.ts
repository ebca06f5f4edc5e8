import type {Nodes, Root} from 'mdast';
import {isId, type Id} from './ids.ts';

/**
 * What a person wrote, as a tree (mdast, without positions), made on the server from the Markdown source.
 *
 * References are resolved: there are no `definition`, `linkReference` or `imageReference` nodes. Raw HTML stays a node
 * of type `html`, which is shown as the text that it is.
 */
export type Content = Root;

/** Any node of a {@link Content}. */
export type ContentNode = Nodes;

/** The node types that a {@link Content} may hold; a client shows nothing else. */
export const contentTypes = [
  'root', 'paragraph', 'heading', 'text', 'emphasis', 'strong', 'delete', 'inlineCode', 'code', 'blockquote', 'list',
  'listItem', 'link', 'image', 'break', 'thematicBreak', 'table', 'tableRow', 'tableCell', 'html',
  'footnoteReference', 'footnoteDefinition',
] as const;

/** The schemes that a link may have (RFC 3986, section 3.1). Relative addresses are not links: a host page has its own. */
export const linkSchemes = ['http:', 'https:', 'mailto:', 'tel:'] as const;

/**
 * The person whom a link mentions: `[@Ann Bakker](person:0190…)` in Markdown. A server keeps only mentions of people who may read
 * what is written; to a client it is no link, but a name.
 */
export function mentionedPerson(url: string): Id | undefined {
  const id = url.startsWith('person:') ? url.slice('person:'.length) : '';
  return isId(id) ? id : undefined;
}
