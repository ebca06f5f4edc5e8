import type {Target} from '@social-learning/protocol';
import {sql} from 'kysely';
import {insertGuidelines} from '../guidelines/rows.ts';
import {newId} from '../internal/new-id.ts';
import {openCase} from '../moderation/record.ts';
import {takeDown} from '../posts/standing.ts';
import type {Store} from '../store/store.ts';
import {inTransaction, type Trx} from '../store/transaction.ts';
import {lockPost} from '../threads/read-rows.ts';
import {sampleGuidelines} from './guidelines.ts';

/** Those who have not agreed to anything yet: whoever plays them is asked. */
const newcomers: ReadonlySet<string> = new Set(['amara', 'joris', 'noor', 'liam']);

/** What somebody reported, by the words of the post, or the person who is meant. */
const worries: readonly {space: string; reporter: string; about: {words: string} | {person: string}; rule: string; note: string}[] = [
  {space: 'hello', reporter: 'femke', about: {words: 'Left pocket'}, rule: 'be-kind', note: 'Probably a joke between the two, but it reads unfriendly to those who do not know them.'},
  {space: 'onboarding', reporter: 'priya', about: {person: 'diego'}, rule: 'keep-inside', note: 'He mentions customers by name in three places. He may not know that he should not.'},
];

/** Posts of the sample that wait for a moderator, by the space and the author. */
const waiting: readonly {space: string; author: string}[] = [{space: 'hello', author: 'noor'}, {space: 'hello', author: 'liam'}];

/** Guidelines with those who agreed, posts that wait, and reports. Does nothing where a space has guidelines already. */
export async function seedModeration(
  store: Store, organisation: string, spaces: readonly {readonly id: string; readonly slug: string}[], people: ReadonlyMap<string, string>,
): Promise<void> {
  const now = Date.now();
  for (const {id: space, slug} of spaces) {
    const versions = sampleGuidelines[slug];
    if (!versions) continue;
    await inTransaction(store, async trx => {
      const {rows} = await sql`select 1 from guidelines where organisation = ${organisation} and space = ${space} limit 1`.execute(trx);
      if (rows.length > 0) return;
      for (const [index, {required, rules}] of versions.entries()) {
        await insertGuidelines(trx, {organisation, space, version: index + 1, required, rules: [...rules]}, people.get('elin') ?? null, new Date(now));
      }
      const agreed = [...people].filter(([name]) => !newcomers.has(name)).map(([, id]) => id);
      await sql`
        insert into agreement (organisation, space, person, version, at)
        select ${organisation}, ${space}, person, ${versions.length}, ${new Date(now)} from unnest(${agreed}::uuid[]) as person`.execute(trx);
      for (const {author} of waiting.filter(each => each.space === slug)) await holdBack(trx, organisation, space, people.get(author)!, now);
      for (const worry of worries.filter(each => each.space === slug)) await report(trx, organisation, space, people, versions.length, worry, now);
    });
  }
}

/** Makes a post wait as if it had just been written. */
async function holdBack(trx: Trx, organisation: string, space: string, author: string, now: number): Promise<void> {
  const {rows: [found]} = await sql<{id: string}>`
    select p.id from post p join thread t on t.organisation = p.organisation and t.id = p.thread
    where p.organisation = ${organisation} and t.space = ${space} and p.author = ${author} and p.state = 'visible'`.execute(trx);
  const held = found && (await lockPost(trx, organisation, found.id));
  if (!held) return;
  await takeDown(trx, held);
  await sql`delete from reaction where organisation = ${organisation} and post = ${held.post.id}`.execute(trx);
  await sql`
    update post set state = 'pending', published = false, reactions = '{}', version = version + 1
    where organisation = ${organisation} and id = ${held.post.id}`.execute(trx);
  await openCase(trx, {organisation, space, target: {type: 'post', id: held.post.id}, about: author}, true, now);
}

async function report(
  trx: Trx, organisation: string, space: string, people: ReadonlyMap<string, string>, guidelines: number,
  {reporter, about, rule, note}: (typeof worries)[number], now: number,
): Promise<void> {
  const found = 'person' in about ? {id: people.get(about.person)!, author: people.get(about.person)!} : await findPost(trx, organisation, space, about.words);
  if (!found) return;
  const target: Target = {type: 'person' in about ? 'person' : 'post', id: found.id};
  const opened = await openCase(trx, {organisation, space, target, about: found.author}, false, now);
  await sql`
    insert into report (organisation, id, case_id, space, target_type, target, reporter, rule, guidelines, note, created_at)
    values (${organisation}, ${newId(now)}, ${opened}, ${space}, ${target.type}, ${target.id}, ${people.get(reporter)!}, ${rule}, ${guidelines}, ${note},
      ${new Date(now)})`.execute(trx);
}

async function findPost(trx: Trx, organisation: string, space: string, words: string): Promise<{id: string; author: string} | undefined> {
  const {rows: [row]} = await sql<{id: string; author: string}>`
    select p.id, p.author from post p join thread t on t.organisation = p.organisation and t.id = p.thread
    where p.organisation = ${organisation} and t.space = ${space} and p.source like ${`%${words}%`} limit 1`.execute(trx);
  return row;
}
