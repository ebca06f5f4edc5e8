import type {ContentNode, EndpointName, Output} from '@social-learning/protocol';
import {SocialLearningError} from './errors.ts';

/**
 * The guard at the SDK's door. Views rely on the shapes of threads and posts; a backend that gives others is refused
 * here, once, and not in every view. What it lets pass is a tree of plain data, however hostile the text in it.
 *
 * @param limit Posts of a thread that were asked for; those beyond are checked by who takes them in. Default: all.
 */
export function checkOutput<Name extends EndpointName>(name: Name, output: unknown, limit?: number): asserts output is Output<Name> {
  const found = faultOf(name, output, limit);
  if (found) throw new SocialLearningError('invalid-response', `The answer to ${name} is not of the contract: ${found}.`);
}

function faultOf(name: EndpointName, output: unknown, limit = Infinity): string | undefined {
  if (!isObject(output)) return 'not an object';
  switch (name) {
    case 'threads.read':
      if (!isSpace(output['space'])) return 'space';
      if (output['thread'] !== null && !isThread(output['thread'])) return 'thread';
      if (typeof output['topic'] !== 'string' || typeof output['cursor'] !== 'string') return 'topic';
      // What is beyond those that were asked for is not taken in at once, and checked then.
      return isPage(output['posts'], (post, index) => index >= limit || isPost(post)) ? undefined : 'posts';
    case 'posts.list':
    case 'posts.search':
      return isPage({before: null, after: null, ...output}, isPost) ? undefined : 'items';
    case 'threads.list':
      return isPage(output, isThread) ? undefined : 'items';
    case 'me.read':
      return isMe(output) ? undefined : 'me';
    case 'posts.create':
    case 'posts.accept':
    case 'posts.pin':
      if (!isThread(output['thread'])) return 'thread';
      return isPost(output['post']) ? undefined : 'post';
    case 'posts.edit':
    case 'posts.remove':
    case 'posts.react':
      return isPost(output['post']) ? undefined : 'post';
    case 'threads.lock':
      return isThread(output['thread']) ? undefined : 'thread';
    default:
      return undefined;
  }
}

export type Plain = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function hasTexts(value: Plain, ...names: readonly string[]): boolean {
  return names.every(name => typeof value[name] === 'string');
}

export function hasNumbers(value: Plain, ...names: readonly string[]): boolean {
  return names.every(name => Number.isFinite(value[name]));
}

export function isPage(value: unknown, isItem: (item: unknown, index: number) => boolean): boolean {
  const isCursor = (cursor: unknown) => cursor === null || typeof cursor === 'string';
  return isObject(value) && Array.isArray(value['items']) && value['items'].every(isItem) && isCursor(value['before']) && isCursor(value['after']);
}

export function isSpace(value: unknown): boolean {
  return isObject(value) && hasTexts(value, 'id', 'slug', 'name', 'readers', 'posters') && Array.isArray(value['reactions']);
}

export function isThread(value: unknown): boolean {
  return (
    isObject(value) && hasTexts(value, 'id', 'kind', 'state', 'createdAt') && hasNumbers(value, 'posts', 'version') &&
    isObject(value['subject']) && typeof value['subject']['key'] === 'string'
  );
}

function isMe(value: Plain): boolean {
  const {organisation, person, roles, memberships, space, limits} = value;
  return (
    isObject(organisation) && typeof organisation['id'] === 'string' && (person === null || isPerson(person)) &&
    Array.isArray(roles) && Array.isArray(memberships) && isSpace(space) && isObject(limits)
  );
}

export function isPerson(value: unknown): boolean {
  return isObject(value) && hasTexts(value, 'id', 'name');
}

export function isPost(value: unknown): boolean {
  if (!isObject(value) || !hasTexts(value, 'id', 'thread', 'position', 'state', 'createdAt')) return false;
  if (!hasNumbers(value, 'depth', 'version', 'revision') || !isObject(value['reactions'])) return false;
  if (value['author'] !== null && !isPerson(value['author'])) return false;
  return value['content'] === null || isContent(value['content']);
}

/** Walks without recursion: a hostile tree may be deep. */
function isContent(value: unknown): value is ContentNode {
  if (!isNode(value)) return false;
  // A root without children is empty.
  const open = (value['children'] ?? null) === null ? [] : [value];
  for (let node = open.pop(); node; node = open.pop()) {
    const {children} = node;
    if (!Array.isArray(children)) return false;
    for (const child of children as unknown[]) {
      if (!isNode(child)) return false;
      // Most have none.
      if ((child['children'] ?? null) !== null) open.push(child);
    }
  }
  return true;
}

function isNode(value: unknown): value is Plain {
  return isObject(value) && typeof value['type'] === 'string' && (typeof value['value'] === 'string' || (value['value'] ?? null) === null);
}
