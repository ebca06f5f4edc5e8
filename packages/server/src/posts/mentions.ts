import {limits, mentionedPerson, type Content, type ContentNode, type Space} from '@social-learning/protocol';
import type {Kysely} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import {findPeople} from '../people/find.ts';
import type {Tables} from '../store/tables.ts';

/** The people whom a text mentions, once each. */
export function mentionsIn(content: Content): string[] {
  const found = new Set<string>();
  const open: ContentNode[] = [content];
  while (open.length > 0) {
    const node = open.pop()!;
    const person = node.type === 'link' ? mentionedPerson(node.url) : undefined;
    if (person !== undefined) found.add(person);
    if ('children' in node) open.push(...node.children);
  }
  return [...found];
}

/**
 * Leaves of the mentions in a text those of people who may read it; of others only the words stay, as if nobody had been meant. Throws
 * `invalid` for more than one text may mention.
 */
export async function settleMentions(db: Kysely<Tables>, organisation: string, space: Space, content: Content): Promise<Content> {
  const mentioned = mentionsIn(content);
  if (mentioned.length === 0) return content;
  if (mentioned.length > limits.mentions) {
    throw new Refusal('invalid', `A post can mention ${limits.mentions} people at most.`, {field: '/source', limit: limits.mentions});
  }
  const found = await findPeople(db, organisation, space, mentioned);
  const known = new Set(found.flatMap(each => (each && !each.left ? each.person.id : [])));
  return known.size === mentioned.length ? content : {...content, children: keepKnown(content.children, known)};
}

function keepKnown<Node extends ContentNode>(nodes: readonly Node[], known: ReadonlySet<string>): Node[] {
  return nodes.flatMap(node => {
    if (!('children' in node)) return [node];
    const children = keepKnown(node.children as ContentNode[], known);
    const person = node.type === 'link' ? mentionedPerson(node.url) : undefined;
    return person !== undefined && !known.has(person) ? (children as Node[]) : [{...node, children} as Node];
  });
}
