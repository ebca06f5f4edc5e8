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

/** A picture of a post: `![What it shows](file:0190…)` in Markdown. The server adds its size, so that its place can be kept. */
export interface Picture {
  /** Id of the file; `files.read` gives an address for it. */
  readonly file: Id;
  /** In CSS pixels; `undefined` where that is not known. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** The picture that the address of an image names; `undefined` for another address. */
export function pictureOf(url: string): Picture | undefined {
  const [, file = '', width, height] = /^file:([^?]*)(?:\?(\d{1,5})x(\d{1,5}))?$/.exec(url) ?? [];
  return isId(file) ? {file, width: width === undefined ? undefined : Number(width), height: height === undefined ? undefined : Number(height)} : undefined;
}

/** The address that names a picture in a text; the other way round of {@link pictureOf}. */
export function pictureUrl({file, width, height}: Picture): string {
  return `file:${file}${width === undefined || height === undefined ? '' : `?${width}x${height}`}`;
}
