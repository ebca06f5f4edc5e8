import {sql, type Kysely} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import type {Organisation} from '../organisations/organisation.ts';
import type {Tables} from '../store/tables.ts';
import type {Trx} from '../store/transaction.ts';

/** How many people somebody has thanked in the week at hand, and when the next one begins. */
export interface Spent {
  readonly spent: number;
  readonly renewsAt: Date;
}

/** The calendar week (ISO 8601: from Monday) of the organisation's time zone; it may be an hour longer or shorter than others. */
export async function readSpent(db: Kysely<Tables>, {id, timeZone}: Organisation, giver: string, now: Date): Promise<Spent> {
  const {rows: [row]} = await sql<Spent>`
    with week as (select date_trunc('week', ${now}::timestamptz at time zone ${timeZone}) as monday),
    bounds as (select monday at time zone ${timeZone} as begins, (monday + interval '7 days') at time zone ${timeZone} as ends from week)
    select ends as "renewsAt", (
      select count(*)::integer from kudos_recipient r
      where r.organisation = ${id} and r.giver = ${giver} and r.at >= begins and r.at < ends) as spent
    from bounds`.execute(db);
  return row!;
}

/**
 * Refuses what is more than one may give: in a week, and to the same person. What was withdrawn does not count. The giver's row
 * is locked first, so that nobody gives more by giving at once.
 */
export async function holdToAllowance(
  trx: Trx, organisation: Organisation, giver: string, recipients: readonly string[], now: Date,
): Promise<void> {
  const {id, kudos: {perWeek, pair}} = organisation;
  await sql`select 1 from person where organisation = ${id} and id = ${giver} for no key update`.execute(trx);
  if (perWeek !== null) {
    const {spent} = await readSpent(trx, organisation, giver, now);
    const left = Math.max(0, perWeek - spent);
    if (recipients.length > left) {
      const words = left === 0
        ? `You have thanked ${perWeek} people this week, which is as many as one can. It begins anew on Monday.`
        : `You can thank ${left} more this week, and these are ${recipients.length}. It begins anew on Monday.`;
      throw new Refusal('kudos-allowance-spent', words, {field: '/to', limit: perWeek});
    }
  }
  if (pair === null) return;
  const since = new Date(now.getTime() - pair.days * 86_400_000);
  const {rows} = await sql<{person: string}>`
    select person from kudos_recipient
    where organisation = ${id} and giver = ${giver} and at > ${since} and person = any (${recipients}::uuid[])
    group by person having count(*) >= ${pair.most}::integer`.execute(trx);
  const one = recipients.findIndex(recipient => rows.some(({person}) => person === recipient));
  if (one < 0) return;
  throw new Refusal(
    'kudos-pair-limit', `The same person can be thanked ${pair.most} times in ${pair.days} days. Thank somebody else, or wait a little.`,
    {field: `/to/${one}`, limit: pair.most},
  );
}
