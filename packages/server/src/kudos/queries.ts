import type {Input, Output, Space} from '@social-learning/protocol';
import {sql, type RawBuilder} from 'kysely';
import {subjectHash} from '../feed/topics.ts';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {currentPosition, signPosition} from '../log/position.ts';
import {findPeople} from '../people/find.ts';
import {pageLength} from '../posts/page.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, readableSpaceById, spaceFacts} from '../spaces/policy.ts';
import {readNewestFirst} from '../store/newest-first.ts';
import type {SharedPage} from '../threads/queries.ts';
import {readPostRow, readThreadRow} from '../threads/read-rows.ts';
import {readSpent} from './allowance.ts';
import {kudosColumns, kudosTables, toKudos, type KudosRow} from './rows.ts';
import {withdrawalWindow} from './settings.ts';
import {readTallies, type Counted} from './tallies.ts';
import {kudosTopic} from './topic.ts';

type ListInput = Omit<Input<'kudos.list'>, 'limit'> & {readonly limit?: number | undefined};

/** What the kudos of a list are about, and which rows these are. */
interface Place {
  readonly space: Space;
  readonly about: Output<'kudos.list'>['about'];
  readonly counted: (Counted & {readonly shownKey: string}) | undefined;
  readonly rows: RowsOfPlace;
}

/** Narrows the kudos of a space to those of a place, and names the columns by whose index they are ordered. */
interface RowsOfPlace {
  readonly join: RawBuilder<unknown>;
  readonly condition: RawBuilder<unknown>;
  readonly at: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
}

const rowsWhere = (condition: RawBuilder<unknown>): RowsOfPlace => ({join: sql``, condition, at: sql`k.at`, id: sql`k.id`});

/** A page of kudos, the latest first, with the number of all and the cursor that a feed resumes from. */
export async function listKudos(services: Services, caller: Caller, input: ListInput): Promise<SharedPage> {
  const {store: {db}, pages, cursors, epoch} = services;
  const organisation = caller.organisation.id;
  const {space, about, counted, rows: {join, condition, at, id}} = await findPlace(services, caller, input);
  const topic = kudosTopic(services, organisation, space.id);
  const length = pageLength(input.limit);
  const name = JSON.stringify([counted?.kind, counted?.key]);

  const page = await pages.get(topic, organisation, JSON.stringify(['kudos', name, input.cursor, length]), async (): Promise<Output<'kudos.list'>> => {
    // First, so that what changes while the rest is read comes by the feed.
    const cursor = signPosition(cursors, epoch, organisation, await currentPosition(db, epoch));
    const [tally] = counted ? await readTallies(db, [{organisation, space: space.id, ...counted}]) : [];
    const kudos = await readNewestFirst<KudosRow, ReturnType<typeof toKudos>>({
      cursors, scope: `kudos:${organisation}:${space.id}:${name}`, cursor: input.cursor, length, at, id,
      read: async (beyond, order, amount) => (await sql<KudosRow>`
        select ${kudosColumns} from ${kudosTables} ${join}
        where k.organisation = ${organisation} and k.space = ${space.id} and k.state = 'given' and ${condition} and ${beyond}
        order by ${order} limit ${amount}`.execute(db)).rows,
      placeOf: row => row,
      show: row => toKudos(row),
    });
    return {space, about, tally: tally ?? null, kudos, topic, cursor};
  });
  return {page, space};
}

async function findPlace({store: {db}}: Services, caller: Caller, {space: slug, person, post, subject}: ListInput): Promise<Place> {
  const organisation = caller.organisation.id;
  if (post !== undefined) {
    const row = await readPostRow(db, organisation, post);
    const space = readableSpaceById(caller, row && (await readThreadRow(db, organisation, row.thread))?.space);
    if (!row) throw notFound();
    if (row.state !== 'visible') throw new Refusal('gone', 'This post was removed.', {field: '/post'});
    const author = row.author !== null && row.authorName !== null ? {id: row.author, name: row.authorName, picture: row.authorPicture} : null;
    return {
      space, about: {type: 'post', post, author}, counted: {kind: 'post', key: post, shownKey: post},
      rows: rowsWhere(sql`k.post = ${post}`),
    };
  }
  const space = readableSpace(caller, slug);
  demand('kudos.read', caller, space, spaceFacts(caller, space));
  if (person !== undefined) {
    const [found] = await findPeople(db, organisation, space, [person]);
    if (!found) throw notFound();
    if (found.left) throw new Refusal('gone', 'This person has left.', {field: '/person'});
    const {id} = found.person;
    return {
      space, about: {type: 'person', person: found.person}, counted: {kind: 'person', key: id, shownKey: id},
      rows: {
        join: sql`join kudos_recipient mine on mine.organisation = k.organisation and mine.kudos = k.id`,
        condition: sql`mine.space = ${space.id} and mine.person = ${id}`,
        at: sql`mine.at`,
        id: sql`mine.kudos`,
      },
    };
  }
  if (subject !== undefined) {
    const hash = subjectHash(subject);
    return {
      space, about: {type: 'subject', subject}, counted: {kind: 'subject', key: hash, shownKey: subject},
      rows: rowsWhere(sql`k.subject_hash = ${hash}`),
    };
  }
  return {space, about: null, counted: undefined, rows: rowsWhere(sql`true`)};
}

/** What holds for one's own giving. */
export async function readKudosTerms(
  {store: {db}, now}: Services, caller: Caller, {space: slug}: Input<'kudos.terms'>,
): Promise<Output<'kudos.terms'>> {
  const space = readableSpace(caller, slug);
  const {person} = signedIn(caller);
  demand('kudos.give', caller, space, spaceFacts(caller, space));
  const {kudos: {values, perWeek, pair}} = caller.organisation;
  const {spent, renewsAt} = await readSpent(db, caller.organisation, person.id, new Date(now()));
  return {
    values: values.map(({key, name, description = null}) => ({key, name, description})),
    allowance: perWeek === null ? null : {perWeek, left: Math.max(0, perWeek - spent), renewsAt: renewsAt.toISOString()},
    pair,
    withdrawWithin: withdrawalWindow / 1_000,
  };
}
