import type {ContentItem, Person} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

export type ItemState = ContentItem['state'];

/** A content item with its author, as it lies in the database. */
export interface ItemRow {
  readonly organisation: string;
  readonly id: string;
  readonly space: string;
  readonly author: string;
  /** `null` where the author has left. */
  readonly by: Person | null;
  readonly kind: ContentItem['kind'];
  readonly state: ItemState;
  /** Whether everybody who may read the space ever saw it. */
  readonly published: boolean;
  readonly title: string | null;
  readonly description: string | null;
  readonly alt: string | null;
  readonly skills: string[];
  readonly link: string | null;
  readonly subject: ContentItem['subject'];
  /** Languages. */
  readonly captions: string[];
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly editedAt: Date | null;
  readonly revision: number;
  readonly version: number;
}

/** The columns of an {@link ItemRow}, of {@link itemTables}. */
export const itemColumns = sql.raw(`
  i.organisation, i.id, i.space, i.author,
  case when a.id is null then null else json_build_object('id', a.id, 'name', a.name, 'picture', a.picture) end as by,
  i.kind, i.state, i.published, i.title, i.description, i.alt, i.skills, i.link, i.subject,
  (select coalesce(json_agg(f.language order by f.place), '[]') from file f
    where f.organisation = i.organisation and f.item = i.id and f.role = 'captions') as captions,
  i.created_at as "createdAt", i.published_at as "publishedAt", i.edited_at as "editedAt", i.revision, i.version`);

export const itemTables = sql.raw(`
  content_item i left join person a on a.organisation = i.organisation and a.id = i.author and a.state <> 'erased'`);

/** An item as everybody who may read its space sees it, or as its author and the moderators do. */
export function toItem(row: ItemRow, view: 'everybody' | 'inside' = 'everybody'): ContentItem {
  const {id, space, kind, state, by: author, title, description, alt, skills, link, subject, captions, createdAt, publishedAt, editedAt, revision, version} = row;
  const shown = state !== 'removed' && (view === 'inside' || state === 'published');
  return {
    id, space, kind, state,
    author: shown ? author : null,
    title: shown ? title : null,
    description: shown ? description : null,
    alt: shown ? alt : null,
    skills: shown ? skills : [],
    link: shown ? link : null,
    subject: shown ? subject : null,
    captions: shown ? captions : [],
    createdAt: createdAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    editedAt: editedAt?.toISOString() ?? null,
    revision, version,
  };
}

export async function readItemRow(db: Kysely<Tables>, organisation: string, id: string): Promise<ItemRow | undefined> {
  const {rows: [row]} = await sql<ItemRow>`
    select ${itemColumns} from ${itemTables} where i.organisation = ${organisation} and i.id = ${id}`.execute(db);
  return row;
}
