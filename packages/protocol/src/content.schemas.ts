import * as v from 'valibot';
import {contentTypes, type Content} from './content.ts';

/** Whether a value is a tree of allowed nodes. Walks without recursion: a hostile tree may be deep. */
function isContent(value: unknown): value is Content {
  const open: unknown[] = [value];
  if ((value as {type?: unknown} | null)?.type !== 'root') return false;
  while (open.length > 0) {
    const node = open.pop() as {type?: unknown; children?: unknown} | null;
    if (typeof node !== 'object' || node === null) return false;
    if (!(contentTypes as readonly unknown[]).includes(node.type)) return false;
    if (node.children !== undefined && !Array.isArray(node.children)) return false;
    for (const child of (node.children as unknown[] | undefined) ?? []) open.push(child);
  }
  return true;
}

export const contentSchema = v.custom<Content>(isContent, 'Must be an mdast tree of the allowed node types.');
