import {sql} from 'kysely';
import {stableId} from '../imports/stable-id.ts';
import type {OrganisationValue} from '../kudos/settings.ts';
import {writeKudos} from '../kudos/write.ts';
import type {Store} from '../store/store.ts';

/** What Northwind stands for. */
export const values: readonly OrganisationValue[] = [
  {key: 'ask-early', name: 'Ask early', description: 'A question on Monday saves a Friday.'},
  {key: 'share-what-works', name: 'Share what works', description: 'What you found out, ten others need.'},
  {key: 'home-safe', name: 'Home safe', description: 'Nothing is so urgent that it may hurt somebody.'},
  {key: 'one-crew', name: 'One crew', description: 'Night and day, office and dock.'},
];

/** Kudos as somebody gave them. */
interface SampleKudos {
  readonly from: string;
  readonly to: readonly string[];
  readonly value?: string;
  readonly message: string;
  /** ISO 8601. */
  readonly at: string;
}

/** In the space for newcomers, the oldest first. */
const samples: readonly SampleKudos[] = [
  {from: 'noor', to: ['sanne'], value: 'ask-early', at: '2026-01-06T15:10:00Z', message: 'You said on my first day that there is no such thing as a late question, and then waited until I had one.'},
  {from: 'bram', to: ['oskar', 'emil'], value: 'one-crew', at: '2026-01-07T05:40:00Z', message: 'Stayed an hour after the night shift so that the morning found every pallet where it should be.'},
  {from: 'joris', to: ['pieter'], value: 'share-what-works', at: '2026-01-08T11:25:00Z', message: 'The sheet with the six planning mistakes you made in your first month is worth more than the manual.'},
  {from: 'lucia', to: ['tomas'], at: '2026-01-09T14:02:00Z', message: 'Sat next to me for the angry call and did not take over.'},
  {from: 'hanna', to: ['liam'], value: 'home-safe', at: '2026-01-12T08:30:00Z', message: 'Stopped the line because a strap looked wrong. It was wrong.'},
  {from: 'amara', to: ['grace', 'femke', 'lucia'], value: 'one-crew', at: '2026-01-13T16:45:00Z', message: 'You made room at the long table before I knew where the long table was.'},
  {from: 'anouk', to: ['marta'], value: 'ask-early', at: '2026-01-14T10:15:00Z', message: 'Three times the same question about accruals, three times a different example.'},
  {from: 'kwame', to: ['wouter'], value: 'home-safe', at: '2026-01-15T06:20:00Z', message: 'Called to say that the bridge was icy before I was on it.'},
  {from: 'priya', to: ['mei'], value: 'share-what-works', at: '2026-01-16T13:05:00Z', message: 'Her notes on the pallet data saved me two days, and she answered at seven in the evening that it was fine to go home.'},
  {from: 'elin', to: ['sanne', 'hanna', 'tomas'], at: '2026-01-19T09:00:00Z', message: 'Twelve newcomers in one week, and every one of them knew by Friday whom to ask.'},
  {from: 'zeynep', to: ['aiko', 'ravi'], value: 'share-what-works', at: '2026-01-20T15:30:00Z', message: 'Wrote down what went wrong on Sunday so that nobody has to find out again.'},
  {from: 'sipho', to: ['daan'], value: 'one-crew', at: '2026-01-21T04:50:00Z', message: 'Swapped his early run with mine when my daughter was ill. Did not even make a joke about it.'},
  {from: 'maya', to: ['noor'], value: 'ask-early', at: '2026-01-22T11:11:00Z', message: 'Asked in front of everybody what “cross-dock” means. Half of the room wanted to know.'},
  {from: 'clara', to: ['soraya'], at: '2026-01-23T14:40:00Z', message: 'Made the safety rules readable in four languages, and better in the first.'},
];

/** Days before the first start on which somebody thanked others, so that this month and the last have something to show. */
const recent: readonly (Omit<SampleKudos, 'at'> & {readonly daysAgo: number})[] = [
  {from: 'amara', to: ['tomas'], value: 'ask-early', daysAgo: 0, message: 'Answered before I had finished typing.'},
  {from: 'bram', to: ['sanne'], value: 'home-safe', daysAgo: 0, message: 'Found the loose strap on lane four.'},
  {from: 'joris', to: ['pieter', 'daan'], value: 'one-crew', daysAgo: 1, message: 'Took my run so that I could be at the swimming lesson.'},
  {from: 'priya', to: ['mei'], daysAgo: 1, message: 'The query that took an hour takes a second now.'},
  {from: 'lucia', to: ['grace', 'femke'], value: 'share-what-works', daysAgo: 2, message: 'The three sentences for an angry caller are on my screen now.'},
  {from: 'emil', to: ['oskar'], daysAgo: 3, message: 'Showed me the knot again, without a sigh.'},
  {from: 'maya', to: ['lena', 'zeynep'], value: 'one-crew', daysAgo: 33, message: 'Listened to nine people for a day, and changed the plan in the evening.'},
  {from: 'noor', to: ['sanne'], daysAgo: 34, message: 'Walked the whole dock with me.'},
  {from: 'clara', to: ['soraya', 'fatima'], value: 'share-what-works', daysAgo: 36, message: 'One page instead of twelve, and nothing is missing.'},
  {from: 'wouter', to: ['kwame'], value: 'home-safe', daysAgo: 38, message: 'Turned back in the fog. Right so.'},
];

/** Lets the people of the company thank each other. @param ids Of the sample people. What is there stays as it is. */
export async function seedKudos(store: Store, organisation: string, space: string, ids: ReadonlyMap<string, string>, now: number): Promise<void> {
  const {rows: [known]} = await sql`select 1 from kudos where organisation = ${organisation} limit 1`.execute(store.db);
  const days = known ? [] : recent.map(({daysAgo, ...kudos}, index) =>
    ({...kudos, at: new Date(now - daysAgo * 86_400_000 - (index + 1) * 2_400_000).toISOString()}));
  await writeKudos(store, organisation, space, [...samples, ...days].map(({from, to, value, message, at}) => ({
    id: stableId(`northwind kudos ${from} ${at}`, new Date(at)), giver: ids.get(from)!, to: to.map(person => ids.get(person)!),
    value: values.find(({key}) => key === value), message, at: new Date(at),
  })));
}
