import {linkSchemes, mentionedPerson, pictureOf, type Content, type ContentNode} from '@social-learning/sdk';

/** How a tree is shown where it stands. */
export interface ContentOptions {
  /** Level of the heading above; headings inside stand below it. */
  readonly headingLevel: number;
  /** Makes the button that copies the code beside it. */
  readonly copyCode?: () => HTMLElement;
}

interface Rendering extends ContentOptions {
  /** The level in the outline of the page of a heading that was typed with so many signs. */
  levelOf(depth: number): number;
}

/** Deeper than any hand writes; below it only the text is shown. */
const deepest = 60;

/**
 * Builds the nodes of a content tree by an allow-list of types and schemes. No string is ever parsed as HTML, so nothing
 * can hide in one.
 */
export function renderContent(content: Content, options: ContentOptions): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let last = options.headingLevel;
  // An outline skips no level, whatever one typed: `#` and then `######` are one below the other.
  const levelOf = (depth: number) => (last = Math.min(6, last + 1, options.headingLevel + Math.max(1, depth)));
  for (const child of childrenOf(content)) append(fragment, child, {...options, levelOf}, 0);
  return fragment;
}

function append(parent: Node, node: ContentNode, options: Rendering, depth: number): void {
  if (depth > deepest) {
    parent.appendChild(new Text(textOf(node)));
    return;
  }
  const nest = (element: Node) => {
    for (const child of childrenOf(node)) append(element, child, options, depth + 1);
    return element;
  };
  switch (node.type) {
    case 'text':
    case 'html':
      parent.appendChild(new Text(node.value ?? ''));
      return;
    case 'paragraph':
      parent.appendChild(nest(create('p')));
      return;
    case 'heading':
      parent.appendChild(nest(create(`h${options.levelOf(Number(node.depth) || 1)}`)));
      return;
    case 'emphasis':
      parent.appendChild(nest(create('em')));
      return;
    case 'strong':
      parent.appendChild(nest(create('strong')));
      return;
    case 'delete':
      parent.appendChild(nest(create('del')));
      return;
    case 'inlineCode':
      parent.appendChild(create('code', node.value ?? ''));
      return;
    case 'code': {
      const frame = create('div');
      frame.className = 'code';
      const block = create('pre');
      block.tabIndex = 0;
      if (node.lang) frame.dataset['language'] = String(node.lang).slice(0, 40);
      block.appendChild(create('code', node.value ?? ''));
      frame.append(block, ...(options.copyCode ? [options.copyCode()] : []));
      parent.appendChild(frame);
      return;
    }
    case 'blockquote':
      parent.appendChild(nest(create('blockquote')));
      return;
    case 'list': {
      const list = create(node.ordered ? 'ol' : 'ul');
      if (node.ordered && Number.isInteger(node.start) && node.start !== 1) (list as HTMLOListElement).start = node.start!;
      parent.appendChild(nest(list));
      return;
    }
    case 'listItem': {
      const item = create('li');
      if (typeof node.checked === 'boolean') {
        const box = create('input') as HTMLInputElement;
        box.type = 'checkbox';
        box.checked = node.checked;
        box.disabled = true;
        box.ariaLabel = textOf(node).slice(0, 80);
        item.appendChild(box);
      }
      // A tight list has no paragraphs in it.
      for (const child of childrenOf(node)) {
        const inline = child.type === 'paragraph' && !node.spread;
        for (const inner of inline ? childrenOf(child) : [child]) append(item, inner, options, depth + 1);
      }
      parent.appendChild(item);
      return;
    }
    case 'link':
      parent.appendChild(nest(mention(node.url) ?? link(node.url) ?? document.createDocumentFragment()));
      return;
    case 'image':
      parent.appendChild(image(node.url, node.alt ?? ''));
      return;
    case 'break':
      parent.appendChild(create('br'));
      return;
    case 'thematicBreak':
      parent.appendChild(create('hr'));
      return;
    case 'table':
      parent.appendChild(table(node, options, depth));
      return;
    case 'footnoteReference':
      parent.appendChild(create('sup', `[${node.label ?? node.identifier}]`));
      return;
    case 'footnoteDefinition': {
      const note = create('div');
      note.className = 'footnote';
      note.appendChild(create('sup', `[${node.label ?? node.identifier}]`));
      parent.appendChild(nest(note));
      return;
    }
    default:
      // A type that is not on the list: its text, nothing else.
      parent.appendChild(new Text(textOf(node)));
  }
}

function table(node: Extract<ContentNode, {type: 'table'}>, options: Rendering, depth: number): HTMLElement {
  const frame = create('div');
  frame.className = 'table';
  frame.tabIndex = 0;
  const element = create('table');
  for (const [index, row] of childrenOf(node).entries()) {
    const line = create('tr');
    for (const cell of childrenOf(row)) {
      const box = create(index === 0 ? 'th' : 'td');
      if (index === 0) box.setAttribute('scope', 'col');
      for (const child of childrenOf(cell)) append(box, child, options, depth + 3);
      line.appendChild(box);
    }
    element.appendChild(line);
  }
  frame.appendChild(element);
  return frame;
}

function create(tag: string, text?: string): HTMLElement {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  return element;
}

/** The name of somebody who is mentioned: no link, since where a person is shown is for the page to say. */
function mention(address: string): HTMLElement | undefined {
  const person = mentionedPerson(address);
  if (person === undefined) return undefined;
  const name = create('bdi');
  name.className = 'mention';
  name.setAttribute('part', 'mention');
  name.dataset['person'] = person;
  return name;
}

/** A link that neither reaches back into the page nor vouches for where it leads; `undefined` for a forbidden scheme. */
function link(address: string): HTMLAnchorElement | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!(linkSchemes as readonly string[]).includes(url.protocol)) return undefined;
  const element = document.createElement('a');
  element.href = url.href;
  element.rel = 'noopener noreferrer nofollow ugc';
  element.target = '_blank';
  return element;
}

/** A picture of the post keeps its place until it is shown; anybody else's image would tell them who reads, so it is a link. */
function image(address: string, alternative: string): Node {
  const picture = pictureOf(address);
  if (!picture) {
    const anchor = link(address);
    if (!anchor) return new Text(alternative);
    anchor.textContent = alternative || anchor.hostname;
    return anchor;
  }
  const {file, width, height} = picture;
  const element = create('img') as HTMLImageElement;
  element.dataset['file'] = file;
  element.alt = alternative;
  if (width && height) {
    element.width = width;
    // The attribute alone keeps no place before there are pixels.
    element.style.inlineSize = `${width}px`;
    element.style.aspectRatio = `${width} / ${height}`;
  }
  return element;
}

/** The words of a tree, without what marks them. Without recursion: a hostile tree may be deep. */
export function textOf(node: ContentNode): string {
  const open: ContentNode[] = [node];
  let text = '';
  while (open.length > 0) {
    const next = open.pop()!;
    if ('value' in next && typeof next.value === 'string') text += next.value;
    open.push(...childrenOf(next).toReversed());
  }
  return text;
}

/** The children of any node; none where a backend gave something else. */
function childrenOf(node: ContentNode): readonly ContentNode[] {
  return 'children' in node && Array.isArray(node.children) ? node.children : [];
}
