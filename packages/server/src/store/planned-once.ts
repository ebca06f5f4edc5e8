import {sql} from 'kysely';

const mark = '/* planned once */';

/**
 * To stand before a statement that is often run: the native store has it parsed and planned once for each connection. Only for statements
 * that find their rows by key, one lookup for each: a plan that was good for small tables stays when they grow.
 */
export const plannedOnce = sql.raw(mark);

/** Whether a statement may keep its plan. */
export const isPlannedOnce = (text: string): boolean => text.startsWith(mark);
