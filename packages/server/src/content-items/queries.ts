import {fileFormats, fileKinds, type Input, type Output} from '@social-learning/protocol';
import {sql} from 'kysely';
import {subjectHash} from '../feed/topics.ts';
import {readFilesOf, type FileRow} from '../files/rows.ts';
import {addressLifetime} from '../files/signed-address.ts';
import {readUsed} from '../files/uploads.ts';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {currentPosition, signPosition} from '../log/position.ts';
import {mustWait} from '../moderation/admission.ts';
import {pageLength} from '../posts/page.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, readableSpaceById, spaceFacts} from '../spaces/policy.ts';
import {readNewestFirst} from '../store/newest-first.ts';
import {inTransaction} from '../store/transaction.ts';
import type {SharedPage} from '../threads/queries.ts';
import {itemColumns, itemTables, readItemRow, toItem, type ItemRow} from './rows.ts';
import {isShownTo, seesItemInside} from './standing.ts';
import {contentTopic} from './topic.ts';

type Limited<Name extends 'content.list' | 'content.own'> = Omit<Input<Name>, 'limit'> & {readonly limit?: number | undefined};

/** What is published in a space or on a subject, the newest first. */
export async function listContent(services: Services, caller: Caller, input: Limited<'content.list'>): Promise<SharedPage> {
  const {store: {db}, pages, cursors, epoch} = services;
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, input.space);
  demand('content.read', caller, space, spaceFacts(caller, space));
  const hash = input.subject === undefined ? null : subjectHash(input.subject);
  const topic = contentTopic(services, organisation, space.id);
  const length = pageLength(input.limit);
  const query = JSON.stringify(['content', hash, input.kind, input.cursor, length]);
  const page = await pages.get(topic, organisation, query, async (): Promise<Output<'content.list'>> => {
    // First, so that what changes while the rest is read comes by the feed.
    const cursor = signPosition(cursors, epoch, organisation, await currentPosition(db, epoch));
    const items = await readNewestFirst<ItemRow, ReturnType<typeof toItem>>({
      cursors, scope: `content:${organisation}:${space.id}:${hash}:${input.kind}`, cursor: input.cursor, length, at: sql`i.published_at`, id: sql`i.id`,
      read: async (beyond, order, amount) => (await sql<ItemRow>`
        select ${itemColumns} from ${itemTables}
        where i.organisation = ${organisation} and i.space = ${space.id} and i.state = 'published'
          and ${hash === null ? sql`true` : sql`i.subject_hash = ${hash}`} and ${input.kind === undefined ? sql`true` : sql`i.kind = ${input.kind}`}
          and ${beyond}
        order by ${order} limit ${amount}`.execute(db)).rows,
      placeOf: ({publishedAt, id}) => ({at: publishedAt!, id}),
      show: row => toItem(row),
    });
    return {space, items, topic, cursor};
  });
  return {page, space};
}

/** One's own items, drafts included. */
export async function listOwnContent(services: Services, caller: Caller, input: Limited<'content.own'>): Promise<Output<'content.own'>> {
  const {store: {db}, cursors} = services;
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, input.space);
  const {person} = signedIn(caller);
  demand('content.create', caller, space, spaceFacts(caller, space));
  return readNewestFirst<ItemRow, ReturnType<typeof toItem>>({
    cursors, scope: `own-content:${organisation}:${space.id}:${person.id}`, cursor: input.cursor, length: pageLength(input.limit),
    at: sql`i.created_at`, id: sql`i.id`,
    read: async (beyond, order, amount) => (await sql<ItemRow>`
      select ${itemColumns} from ${itemTables}
      where i.organisation = ${organisation} and i.author = ${person.id} and i.space = ${space.id} and i.state <> 'removed' and ${beyond}
      order by ${order} limit ${amount}`.execute(db)).rows,
    placeOf: ({createdAt, id}) => ({at: createdAt, id}),
    show: row => toItem(row, 'inside'),
  });
}

/** An item with addresses of its files that are for the caller. */
export async function readContent(services: Services, caller: Caller, {item: id}: Input<'content.read'>): Promise<Output<'content.read'>> {
  const {store: {db}, cursors, epoch, fileAddresses, now} = services;
  const organisation = caller.organisation.id;
  const cursor = signPosition(cursors, epoch, organisation, await currentPosition(db, epoch));
  const row = await readItemRow(db, organisation, id);
  const space = readableSpaceById(caller, row?.space);
  if (!row) throw notFound();
  demand('content.read', caller, space, spaceFacts(caller, space));
  if (!isShownTo(caller, space, row)) {
    if (row.published) throw new Refusal('gone', 'This is no longer shared.', {field: '/item'});
    throw notFound();
  }
  const expires = now() + addressLifetime;
  const sign = (file: FileRow) => fileAddresses.sign({organisation, file: file.id, person: caller.standing?.person.id ?? null, expires});
  const files = await readFilesOf(db, organisation, id);
  const media = files.find(({role}) => role === 'media');
  return {
    space, item: toItem(row, seesItemInside(caller, space, row) ? 'inside' : 'everybody'),
    media: media ? {id: media.id, url: sign(media), type: fileFormats[media.format].type, size: media.size, name: media.name} : null,
    captions: files.filter(({role}) => role === 'captions').map(file => ({id: file.id, url: sign(file), language: file.language!, label: file.label})),
    expiresAt: new Date(expires).toISOString(),
    topic: contentTopic(services, organisation, space.id), cursor,
  };
}

/** What holds for one's own sharing. */
export async function readContentTerms(
  {store, files}: Services, caller: Caller, {space: slug}: Input<'content.terms'>,
): Promise<Output<'content.terms'>> {
  const space = readableSpace(caller, slug);
  const {person} = signedIn(caller);
  demand('content.create', caller, space, spaceFacts(caller, space));
  const formats = Object.values(fileFormats);
  return {
    space,
    kinds: files ? fileKinds.map(kind => ({
      kind, most: files.sizes[kind], extensions: formats.filter(format => format.kind === kind).flatMap(({extensions}) => [...extensions]),
    })) : [],
    quota: {most: files?.quota ?? 0, used: await readUsed(store.db, caller.organisation.id, person.id)},
    waits: await inTransaction(store, trx => mustWait(trx, caller, space)),
  };
}
