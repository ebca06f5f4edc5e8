import {basename, resolve} from 'node:path';
import type {Space} from '@social-learning/protocol';
import {sql} from 'kysely';
import {StartError} from '../internal/start-error.ts';
import {newId} from '../internal/new-id.ts';
import {saveOrganisation} from '../organisations/save.ts';
import type {Store} from '../store/store.ts';
import {readDump} from './stackexchange-dump.ts';
import {writeConversations, writePeople, type Destination} from './write.ts';

/** Where a dump goes. */
export interface ImportTarget {
  /** Slug; default the default organisation. */
  readonly organisation?: string | undefined;
  /** Slug; default the organisation's default space. A space that is not there is made. */
  readonly space?: string | undefined;
  /** Name of a space that is made; default its slug. */
  readonly spaceName?: string;
  /** Who may read a space that is made; default everybody. */
  readonly readers?: Space['readers'];
}

/** What an import did. */
export interface ImportReport {
  readonly read: {readonly questions: number; readonly answers: number; readonly comments: number};
  /** Posts that were added. */
  readonly added: number;
  /** How many rows were left out, by reason. */
  readonly skipped: ReadonlyMap<string, number>;
  /** The same in words. */
  readonly lines: readonly string[];
}

/** Brings a Stack Exchange dump in. Run again it adds what is new since. Throws a `StartError` where it cannot. */
export async function importStackExchange(store: Store, folder: string, target: ImportTarget): Promise<ImportReport> {
  const destination = await findDestination(store, target);
  const {people, conversations, found, skipped} = await readDump(folder, basename(resolve(folder)));
  await writePeople(store, destination.organisation, people);
  const added = await writeConversations(store, destination, conversations);
  const all = found.questions + found.answers + found.comments;
  return {
    read: found, added, skipped,
    lines: [
      `Read ${found.questions} questions, ${found.answers} answers and ${found.comments} comments of ${people.length} people.`,
      `Added ${added} posts; ${all - added} were there already.`,
      ...[...skipped].map(([reason, count]) => `Skipped ${count}: ${reason}.`),
    ],
  };
}

async function findDestination(store: Store, {organisation: slug, space, spaceName, readers = 'everybody'}: ImportTarget): Promise<Destination> {
  const {db} = store;
  const find = async () => {
    const {rows: [row]} = await sql<{id: string; home: string}>`
      select id, default_space as home from organisation
      where ${slug === undefined ? sql`true` : sql`slug = ${slug}`} order by is_default desc, slug limit 1`.execute(db);
    return row;
  };
  let organisation = await find();
  if (!organisation && slug !== undefined) throw new StartError(`There is no organisation “${slug}”.`);
  if (!organisation) await saveOrganisation(store, {slug: 'main', name: 'Our organisation', isDefault: true, spaces: [{slug: 'main', name: 'Everybody'}]});
  organisation ??= (await find())!;
  if (space === undefined) return {organisation: organisation.id, space: organisation.home};
  const reactions = JSON.stringify(['thanks', 'insightful', 'me-too', 'celebrate']);
  await sql`
    insert into space (organisation, id, slug, name, readers, posters, reactions)
    values (${organisation.id}, ${newId(Date.now())}, ${space}, ${spaceName ?? space}, ${readers}, 'signed-in', ${reactions}::jsonb)
    on conflict (organisation, slug) do nothing`.execute(db);
  const {rows: [row]} = await sql<{id: string}>`
    select id from space where organisation = ${organisation.id} and slug = ${space}`.execute(db);
  return {organisation: organisation.id, space: row!.id};
}
