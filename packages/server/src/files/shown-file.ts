import type {Input, Output, Post} from '@social-learning/protocol';
import {sql} from 'kysely';
import type {ItemState} from '../content-items/rows.ts';
import {isShownTo} from '../content-items/standing.ts';
import {notFound} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';
import {seesInside} from '../posts/standing.ts';
import type {Services} from '../services.ts';
import {mayRead} from '../spaces/policy.ts';
import {fileColumns, type FileRow} from './rows.ts';
import {addressLifetime} from './signed-address.ts';

type Standing = FileRow & {
  readonly space: string | null; readonly itemAuthor: string | null; readonly itemState: ItemState | null;
  readonly postAuthor: string | null; readonly postState: Post['state'] | null;
};

/** A whole file that a caller may see: what it belongs to is shown to them, or it is their own and belongs to nothing yet. */
export async function readShownFile({store: {db}}: Services, caller: Caller, file: string): Promise<FileRow> {
  const {organisation} = caller;
  const {rows: [row]} = await sql<Standing>`
    select ${fileColumns}, coalesce(i.space, t.space) as space, i.author as "itemAuthor", i.state as "itemState", p.author as "postAuthor", p.state as "postState"
    from file f
    left join content_item i on i.organisation = f.organisation and i.id = f.item
    left join post p on p.organisation = f.organisation and p.id = f.post
    left join thread t on t.organisation = p.organisation and t.id = p.thread
    where f.organisation = ${organisation.id} and f.id = ${file} and f.state = 'finished'`.execute(db);
  if (!row) throw notFound();
  const space = organisation.spaces.find(({id}) => id === row.space);
  const isShown = space
    ? row.itemState !== null
      ? isShownTo(caller, space, {author: row.itemAuthor!, state: row.itemState})
      : mayRead(caller, space) && (row.postState === 'visible' || (row.postState !== 'removed' && seesInside(caller, space, {author: row.postAuthor})))
    : row.owner === caller.standing?.person.id;
  if (!isShown) throw notFound();
  return row;
}

/** An address for a file that a caller may see. */
export async function readFile(services: Services, caller: Caller, {file}: Input<'files.read'>): Promise<Output<'files.read'>> {
  if (!services.files) throw notFound();
  const row = await readShownFile(services, caller, file);
  const expires = services.now() + addressLifetime;
  const url = services.fileAddresses.sign({organisation: caller.organisation.id, file: row.id, person: caller.standing?.person.id ?? null, expires});
  return {file, url, expiresAt: new Date(expires).toISOString()};
}
