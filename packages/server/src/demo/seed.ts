import type {ReactionKind} from '@social-learning/protocol';
import {sql} from 'kysely';
import {stableId} from '../imports/stable-id.ts';
import type {Conversation, ImportedPost} from '../imports/conversation.ts';
import {writeConversations, writePeople} from '../imports/write.ts';
import {grantRole} from '../organisations/save.ts';
import type {Store} from '../store/store.ts';
import {eersteDagen} from './conversations/eerste-dagen.ts';
import {firstDays} from './conversations/first-days.ts';
import {hello} from './conversations/hello.ts';
import {others} from './conversations/others.ts';
import {questions} from './conversations/questions.ts';
import {readScript, type Script} from './conversations/script.ts';
import type {FileStorage} from '../files/storage.ts';
import {seedContent} from './content.ts';
import {seedChecklists} from './checklists.ts';
import {seedKudos} from './kudos.ts';
import {seedMentors} from './mentors.ts';
import {people} from './people.ts';
import {seedProfiles} from './profiles.ts';
import {seedModeration} from './seed-moderation.ts';

const scripts: readonly Script[] = [...firstDays, ...eersteDagen, ...questions, ...hello, ...others];
const began = new Date('2026-01-05T08:00:00Z');
const minute = 60_000;

/** Fills the sample organisation: its people, who is a member where, and what they said. What is there stays as it is. */
export async function seedDemo(store: Store, organisation: string, files?: FileStorage): Promise<void> {
  const {rows: spaces} = await sql<{id: string; slug: string}>`select id, slug from space where organisation = ${organisation}`.execute(store.db);
  const ids = new Map<string, string>();
  for (const {id} of people) ids.set(id, stableId(`northwind person ${id}`, began));
  await writePeople(store, organisation, people.map(({id, name}) => ({id: ids.get(id)!, external: id, name})));
  // Whoever signed in before has the id of that day.
  const {rows: known} = await sql<{id: string; external: string}>`
    select id, external from person where organisation = ${organisation} and external = any (${[...ids.keys()]}::text[])`.execute(store.db);
  for (const {id, external} of known) ids.set(external, id);

  await sql`
    update person p set team = w.team from json_to_recordset(${JSON.stringify(people.map(({id, team}) => ({id: ids.get(id), team})))}::json) as w(id uuid, team text)
    where p.organisation = ${organisation} and p.id = w.id and p.team is null`.execute(store.db);

  await seedProfiles(store, organisation, ids);
  for (const {slug, id: space} of spaces) {
    const scene = scripts.filter(script => script.space === slug);
    await writeConversations(store, {organisation, space}, scene.map(script => perform(script, ids)));
    if (slug === 'onboarding') {
      await seedMentors(store, organisation, space, ids);
      await seedChecklists(store, organisation, space, ids);
      await seedKudos(store, organisation, space, ids, Date.now());
      await seedContent(store, organisation, space, ids, files);
    }
    if (slug !== 'mentors') continue;
    for (const person of ['elin', 'tomas', 'sanne', 'hanna']) await grantRole(store, organisation, ids.get(person)!, 'learner', space);
  }
  await seedModeration(store, organisation, spaces, ids);
}

function perform(script: Script, ids: ReadonlyMap<string, string>): Conversation {
  const lines = readScript(script);
  const posts: ImportedPost[] = [];
  let time = Date.parse(script.start);
  for (const [index, {person, source, accepted, pinned, form, parent}] of lines.entries()) {
    const number = chance(`${script.key} ${index}`);
    time += (3 + (number % 55)) * minute;
    const at = new Date(time);
    posts.push({
      id: stableId(`northwind post ${script.key} ${index}`, at),
      parent: parent === null ? null : posts[parent]!.id,
      author: ids.get(person) ?? null,
      source: () => source,
      at, accepted, pinned, ...(form && {form}),
      reactions: reactionsTo(number, person, accepted, ids),
    });
  }
  const {key, title, kind = 'discussion'} = script;
  return {subject: {key, title, url: null}, kind, title, posts};
}

/** A number that looks like chance and is the same at every start. */
function chance(name: string): number {
  return Number.parseInt(stableId(name, began).slice(-8), 16);
}

const kinds: readonly ReactionKind[] = ['thanks', 'insightful', 'me-too', 'thanks', 'celebrate', 'insightful'];

function reactionsTo(number: number, author: string, accepted: boolean, ids: ReadonlyMap<string, string>): {person: string; kind: ReactionKind}[] {
  const count = accepted ? 5 + (number % 7) : Math.max(0, (number % 8) - 3);
  const others = people.filter(({id}) => id !== author);
  return Array.from({length: count}, (_, index) => ({
    person: ids.get(others[(number + index * 7) % others.length]!.id)!,
    kind: kinds[(number + (index >> 1)) % kinds.length]!,
  }));
}
