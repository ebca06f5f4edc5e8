import {fileFormats, limits, pictureOf, pictureUrl, type Content, type ContentNode} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {fileColumns, type FileRow} from '../files/rows.ts';
import {Refusal} from '../http/refusal.ts';
import type {Tables} from '../store/tables.ts';

/** The files of the pictures in a text, once each. */
export function picturesIn(content: Content): string[] {
  const found = new Set<string>();
  const open: ContentNode[] = [content];
  while (open.length > 0) {
    const node = open.pop()!;
    const picture = node.type === 'image' ? pictureOf(node.url) : undefined;
    if (picture) found.add(picture.file);
    if ('children' in node) open.push(...node.children);
  }
  return [...found];
}

/**
 * Leaves of the pictures in a text those that its author has uploaded, with their sizes; of others only the words stay, as in a
 * quote. Throws `invalid` for more than one post may have, and for one whose upload is not finished.
 *
 * @param post The post that they are for.
 */
export async function settlePictures(db: Kysely<Tables>, organisation: string, author: string, post: string, content: Content): Promise<Content> {
  const wanted = picturesIn(content);
  if (wanted.length === 0) return content;
  if (wanted.length > limits.pictures) {
    throw new Refusal('invalid', `A post can show ${limits.pictures} pictures at most.`, {field: '/source', limit: limits.pictures});
  }
  const {rows} = await sql<FileRow>`
    select ${fileColumns} from file f where f.organisation = ${organisation} and f.owner = ${author} and f.id = any (${wanted}::uuid[])`.execute(db);
  const own = new Map<string, FileRow>();
  for (const row of rows) {
    if (row.state === 'open') throw new Refusal('invalid', 'A picture is not all here yet. Let its upload finish first.', {field: '/source'});
    const free = row.item === null && (row.post === null || row.post === post);
    if (free && row.state === 'finished' && fileFormats[row.format].kind === 'image') own.set(row.id, row);
  }
  return {...content, children: keepOwn(content.children, own)};
}

function keepOwn<Node extends ContentNode>(nodes: readonly Node[], own: ReadonlyMap<string, FileRow>): Node[] {
  return nodes.map(node => {
    if ('children' in node) return {...node, children: keepOwn(node.children as ContentNode[], own)} as Node;
    const picture = node.type === 'image' ? pictureOf(node.url) : undefined;
    if (!picture || node.type !== 'image') return node;
    const {id: file, width, height} = own.get(picture.file) ?? {};
    const url = file === undefined ? '' : pictureUrl({file, width: width ?? undefined, height: height ?? undefined});
    return url === '' ? ({type: 'text', value: node.alt ?? ''} as ContentNode as Node) : {...node, url};
  });
}

/** Makes these the pictures of posts. */
export async function attachPictures(
  trx: Kysely<Tables>, posts: readonly {readonly organisation: string; readonly author: string; readonly id: string; readonly content: Content}[],
): Promise<void> {
  const wanted = posts.flatMap(({organisation, author, id, content}) => picturesIn(content).map(file => ({organisation, author, post: id, file})));
  if (wanted.length === 0) return;
  await sql`
    update file f set post = w.post, expires_at = null
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, author uuid, post uuid, file uuid)
    where f.organisation = w.organisation and f.id = w.file and f.owner = w.author and f.state = 'finished' and f.item is null
      and (f.post is null or f.post = w.post)`.execute(trx);
}

/** Leaves the pictures of a post that it shows no longer to expire. @param kept Those that it shows. */
export async function detachPictures(trx: Kysely<Tables>, organisation: string, post: string, kept: readonly string[], now: number): Promise<void> {
  await sql`
    update file set post = null, expires_at = ${new Date(now)}
    where organisation = ${organisation} and post = ${post} and not (id = any (${[...kept]}::uuid[]))`.execute(trx);
}
