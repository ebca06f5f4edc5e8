import type {EarningActivity} from '@social-learning/protocol';
import {sql} from 'kysely';
import type {Topics} from '../feed/topics.ts';
import {leaderboardTopic} from '../leaderboard/topic.ts';
import type {Activity} from '../log/append.ts';
import type {Follower} from '../log/followers.ts';
import type {LogEntry} from '../log/reader.ts';
import {isPosting} from '../posts/posting.ts';
import type {Trx} from '../store/transaction.ts';
import {dayOf} from './calendar.ts';
import {earn, earnOwn, reinstate, reverse, type Cause, type Earning, type OwnEarning} from './ledger.ts';
import {readRulebook, type Rulebook} from './rules.ts';

export const pointsReader = 'points';

/** Reads off the log what is worth points, and takes them back with the thing that earned them. From the same log it makes the same ledger. */
export function earnPoints(topics: Topics): Follower {
  return {
    name: pointsReader,
    async follow(trx, entries) {
      const own = entries.filter(({verb, space}) => verb !== 'earned' && space !== null);
      if (own.length === 0) return [];
      const book = await readRulebook(trx, [...new Set(own.map(({organisation}) => organisation))]);
      const changed = new Map<string, Activity>();
      const note = (organisation: string, space: string, at: Date) => changed.set(`${organisation} ${space}`, {
        organisation, verb: 'earned', actor: null, space, topic: leaderboardTopic(topics, organisation, space), object: {type: 'leaderboard', id: space},
        at: at.toISOString(),
      });
      // Most lines are posts: those that follow each other are weighed together.
      const posts: OwnEarning[] = [];
      const settle = async () => {
        for (const {cause: {organisation, at}, earning: {space}} of await earnOwn(trx, posts.splice(0))) note(organisation, space, at);
      };
      for (const entry of own) {
        const {organisation, at} = entry;
        const space = entry.space!;
        if (entry.imported && !book.countsImported(organisation, space)) continue;
        const posting = ownPost(book, entry, space);
        if (posting !== undefined) {
          if (posting) posts.push(posting);
          continue;
        }
        await settle();
        if ((await weigh(trx, book, entry, space)) > 0) note(organisation, space, at);
      }
      await settle();
      if (changed.size > 0) await sql`delete from board_change where at < now() - interval '1 hour'`.execute(trx);
      return [...changed.values()];
    },
  };
}

/** What a new post earns its author; `null` where that is nothing, and `undefined` for a line about anything else. */
function ownPost(
  book: Rulebook, {organisation, verb, actor, object, objectType: type, at, position}: LogEntry, space: string,
): OwnEarning | null | undefined {
  if (!isPosting(verb)) return undefined;
  const rule = book.inForce(organisation, space, verb, at);
  if (object === null || type === null || actor === null || !rule || rule.points === 0) return null;
  return {
    cause: {organisation, seq: String(position.seq), verb, at},
    earning: {person: actor, space, activity: verb, object: {type, id: object}, source: 'post', giver: null, day: dayOf(at, book.timeZone(organisation)), rule},
  };
}

/** Does what any other line means for points. Gives how many lines the ledger has more. */
async function weigh(trx: Trx, book: Rulebook, entry: LogEntry, space: string): Promise<number> {
  const {organisation, verb, actor, object, objectType: type, people, detail, at, position} = entry;
  if (object === null || type === null || type === 'case') return 0;
  const cause: Cause = {organisation, seq: String(position.seq), verb, at};
  const give = async (person: string | null, activity: EarningActivity, source: string, giver: string | null = null): Promise<number> => {
    const rule = book.inForce(organisation, space, activity, at);
    if (person === null || person === giver || !rule || rule.points === 0) return 0;
    const earning: Earning = {person, space, activity, object: {type, id: object}, source, giver, day: dayOf(at, book.timeZone(organisation)), rule};
    return earn(trx, cause, earning);
  };
  const giveAll = async (receivers: readonly string[], ...[activity, source, giver]: [EarningActivity, string, (string | null)?]) => {
    let added = 0;
    for (const person of receivers) added += await give(person, activity, source, giver);
    return added;
  };

  switch (verb) {
    case 'accepted':
      return give(await authorOf(trx, entry), 'answer-accepted', 'accepted', actor);
    case 'reacted':
      return give(await authorOf(trx, entry), 'reaction-received', `reacted ${actor}`, actor);
    case 'finished':
      // A checklist of one's own, which names nobody else, could be made to be finished.
      return people.length > 0 ? give(actor, 'checklist-finished', `finished ${actor}`) : 0;
    case 'undid':
      if (detail === 'finished') return reverse(trx, cause, object, `finished ${actor}`);
      if (detail === 'accepted') return reverse(trx, cause, object, 'accepted');
      if (!detail?.startsWith('reacted:') || (await stillReacts(trx, entry))) return 0;
      return reverse(trx, cause, object, `reacted ${actor}`);
    case 'thanked':
      return (await giveAll(people, 'kudos-received', 'thanked', actor)) + (await give(actor, 'kudos-given', 'gave'));
    case 'published':
      return type === 'content' ? give(actor, 'content-published', 'content') : 0;
    case 'completed':
      return type === 'mentorship' ? giveAll(people, 'mentorship-completed', 'completed') : 0;
    case 'hid':
    case 'removed':
    case 'withdrew':
      return reverse(trx, cause, object);
    case 'restored':
      return reinstate(trx, cause, object);
    default:
      return 0;
  }
}

/** Who wrote a post, as the log knows it: whoever is erased since has earned it all the same. */
async function authorOf(trx: Trx, {organisation, object}: LogEntry): Promise<string | null> {
  const {rows: [row]} = await sql<{actor: string | null}>`
    select actor from activity where organisation = ${organisation} and object = ${object} and verb in ('asked', 'posted', 'replied')
    order by epoch, tx, seq limit 1`.execute(trx);
  return row?.actor ?? null;
}

/** Whether somebody who took one reaction back has another on the same post. */
async function stillReacts(trx: Trx, {organisation, object, actor, position: {epoch, tx, seq}}: LogEntry): Promise<boolean> {
  const {rows: [row]} = await sql<{stands: boolean}>`
    select count(*) filter (where verb = 'reacted') > count(*) filter (where verb = 'undid') as stands from activity
    where organisation = ${organisation} and object = ${object} and actor = ${actor}
      and (verb = 'reacted' or (verb = 'undid' and detail like 'reacted:%'))
      and (epoch, tx, seq) <= (${epoch}::integer, ${String(tx)}::bigint, ${String(seq)}::bigint)`.execute(trx);
  return row!.stands;
}
