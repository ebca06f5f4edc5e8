import {linkSchemes, mentionedPerson, pictureOf, type Content} from '../content.ts';
import type {Definition, Nodes, PhrasingContent, Root, RootContent} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {combineExtensions} from 'micromark-util-combine-extensions';
import {countedConstructs, isNestedTooDeep, markBudget, TooManyMarks} from './budget.ts';

/** Made once: putting the extensions together costs more than a short text does. */
const syntax = combineExtensions([gfm(), markBudget()]);
const trees = gfmFromMarkdown().flat();

/**
 * Parses Markdown (CommonMark 0.31 with GFM) to the tree that travels: references resolved, only allowed links. Text that is
 * made of little but marks keeps its blocks, and its marks are shown as they are.
 */
export function parseContent(source: string): Content {
  const tree = parse(source);
  const definitions = new Map<string, Definition>();
  collect(tree, definitions);
  return {type: 'root', children: clean(tree.children, definitions, 1) as RootContent[]};
}

function parse(source: string): Root {
  if (isNestedTooDeep(source)) return {type: 'root', children: [{type: 'paragraph', children: [{type: 'text', value: source}]}]};
  try {
    return fromMarkdown(source, {extensions: [syntax], mdastExtensions: [trees]});
  } catch (error) {
    if (!(error instanceof TooManyMarks)) throw error;
    return fromMarkdown(source, {extensions: [{disable: {null: countedConstructs}}]});
  }
}

/** Levels of nesting that are kept; what is deeper is shown as its text. */
const deepest = 50;

function collect(node: Nodes, definitions: Map<string, Definition>): void {
  const open: Nodes[] = [node];
  while (open.length > 0) {
    const next = open.pop()!;
    // The first of several definitions counts.
    if (next.type === 'definition' && !definitions.has(next.identifier)) definitions.set(next.identifier, next);
    if ('children' in next) for (let index = next.children.length - 1; index >= 0; index--) open.push(next.children[index]!);
  }
}

type Definitions = ReadonlyMap<string, Definition>;

function clean(nodes: readonly Nodes[], definitions: Definitions, depth: number): Nodes[] {
  return nodes.flatMap(node => cleanNode(node, definitions, depth));
}

function cleanNode(node: Nodes, definitions: Definitions, depth: number): Nodes[] {
  switch (node.type) {
    case 'definition':
    case 'yaml':
      return [];
    case 'link':
      return asLink(node.url, node.title, children(node, definitions, depth));
    case 'linkReference': {
      const {url, title} = definitions.get(node.identifier) ?? {url: ''};
      return asLink(url, title, children(node, definitions, depth));
    }
    case 'image':
      return asImage(node.url, node.title, node.alt);
    case 'imageReference': {
      const {url, title} = definitions.get(node.identifier) ?? {url: ''};
      return asImage(url, title, node.alt);
    }
    case 'root':
      return children(node, definitions, depth);
    default: {
      const {position: _position, data: _data, ...rest} = node;
      if (!('children' in node)) return [rest as Nodes];
      if (depth >= deepest) return asText(node);
      return [{...rest, children: children(node, definitions, depth)} as Nodes];
    }
  }
}

const phrasing = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

/** The text within, found without recursion: it may be thousands of levels deep. */
function asText(node: Nodes): Nodes[] {
  const found: string[] = [];
  const open: Nodes[] = [node];
  while (open.length > 0) {
    const next = open.pop()!;
    if ('value' in next) found.push(next.value);
    if ('children' in next) for (let index = next.children.length - 1; index >= 0; index--) open.push(next.children[index]!);
  }
  const text: Nodes = {type: 'text', value: found.join(' ')};
  if (found.length === 0) return [];
  return [phrasing.has(node.type) ? text : {type: 'paragraph', children: [text]}];
}

const children = (node: {children: Nodes[]}, definitions: Definitions, depth: number) =>
  // Links go by another way than the other containers, so they are stopped here.
  depth > deepest + 1 ? node.children.flatMap(asText) : clean(node.children, definitions, depth + 1);

function asLink(url: string, title: string | null | undefined, inner: Nodes[]): Nodes[] {
  if (!isAllowed(url) && mentionedPerson(url) === undefined) return inner;
  return [{type: 'link', url, ...(title && {title}), children: inner as PhrasingContent[]}];
}

function asImage(url: string, title: string | null | undefined, alt: string | null | undefined): Nodes[] {
  if (!isAllowed(url, ['http:', 'https:']) && !pictureOf(url)) return alt ? [{type: 'text', value: alt}] : [];
  return [{type: 'image', url, ...(title && {title}), ...(alt && {alt})}];
}

function isAllowed(url: string, schemes: readonly string[] = linkSchemes): boolean {
  return URL.canParse(url) && schemes.includes(new URL(url).protocol) && schemes.some(scheme => url.toLowerCase().startsWith(scheme));
}
