import type {FormatName} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

/** A file, or an upload that may become one. */
export interface FileRow {
  readonly organisation: string;
  readonly id: string;
  readonly owner: string;
  readonly format: FormatName;
  readonly name: string;
  readonly size: number;
  readonly state: 'open' | 'finished' | 'expired';
  readonly expiresAt: Date | null;
  /** The content item that it belongs to. */
  readonly item: string | null;
  /** The post that it is a picture of. */
  readonly post: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly role: 'media' | 'captions' | null;
  readonly language: string | null;
  readonly label: string | null;
}

export const fileColumns = sql.raw(`f.organisation, f.id, f.owner, f.format, f.name, f.size::float8 as size, f.state, f.expires_at as "expiresAt",
  f.item, f.post, f.width, f.height, f.role, f.language, f.label`);

export async function readFileRow(db: Kysely<Tables>, organisation: string, id: string): Promise<FileRow | undefined> {
  const {rows: [row]} = await sql<FileRow>`
    select ${fileColumns} from file f where f.organisation = ${organisation} and f.id = ${id}`.execute(db);
  return row;
}

/** The files of an item, its media first. */
export async function readFilesOf(db: Kysely<Tables>, organisation: string, item: string): Promise<FileRow[]> {
  const {rows} = await sql<FileRow>`
    select ${fileColumns} from file f where f.organisation = ${organisation} and f.item = ${item}
    order by f.role desc, f.place, f.id`.execute(db);
  return rows;
}

/** Where a finished file lies in the storage. */
export const storageKey = ({organisation, id}: Pick<FileRow, 'organisation' | 'id'>): string => `${organisation}/${id}`;
