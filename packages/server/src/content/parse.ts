import {linkSchemes, type Content} from '@social-learning/protocol';
import type {Definition, Nodes, PhrasingContent, RootContent} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';

/** Parses Markdown (CommonMark 0.31 with GFM) to the tree that travels: references resolved, only allowed links. */
export function parseContent(source: string): Content {
  const tree = fromMarkdown(source, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]});
  const definitions = new Map<string, Definition>();
  collect(tree, definitions);
  return {type: 'root', children: clean(tree.children, definitions, 1) as RootContent[]};
}

/** Levels of nesting that are kept; what is deeper is shown at this one. */
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
      const inner = children(node, definitions, depth);
      return depth > deepest ? inner : [{...rest, children: inner} as Nodes];
    }
  }
}

const children = (node: {children: Nodes[]}, definitions: Definitions, depth: number) => clean(node.children, definitions, depth + 1);

function asLink(url: string, title: string | null | undefined, inner: Nodes[]): Nodes[] {
  if (!isAllowed(url)) return inner;
  return [{type: 'link', url, ...(title && {title}), children: inner as PhrasingContent[]}];
}

function asImage(url: string, title: string | null | undefined, alt: string | null | undefined): Nodes[] {
  if (!isAllowed(url, ['http:', 'https:'])) return alt ? [{type: 'text', value: alt}] : [];
  return [{type: 'image', url, ...(title && {title}), ...(alt && {alt})}];
}

function isAllowed(url: string, schemes: readonly string[] = linkSchemes): boolean {
  return URL.canParse(url) && schemes.includes(new URL(url).protocol) && schemes.some(scheme => url.toLowerCase().startsWith(scheme));
}
