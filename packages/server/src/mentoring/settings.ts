import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

/** What decides whom a newcomer gets as a mentor. */
export const mentorCriteria = ['fewest-mentees', 'shared-skill', 'shared-language'] as const;
export type MentorCriterion = (typeof mentorCriteria)[number];

/** How a space brings mentors and those who learn together. */
export interface MentoringSettings {
  /** Days after which a request ends by itself. Default 14. */
  readonly requestDays?: number;
  /** By what who joins gets a mentor, the first thing first; `null`, the default, leaves it to them. */
  readonly rule?: readonly MentorCriterion[] | null;
}

/** Days after which a request in a space ends by itself. */
export async function requestDaysOf(db: Kysely<Tables>, organisation: string, space: string): Promise<number> {
  const {rows: [row]} = await sql<{days: number}>`
    select mentor_request_days as days from space where organisation = ${organisation} and id = ${space}`.execute(db);
  return row!.days;
}
