import type {Nodes, Root} from 'mdast';

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
