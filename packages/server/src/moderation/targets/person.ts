import type {DecisionAction, Person} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound} from '../../http/refusal.ts';
import {readableSpace} from '../../spaces/policy.ts';
import type {TargetKind} from './target.ts';

/** A person, as one behaves in a space. */
export const personTarget: TargetKind = {
  async hold(_, trx, caller, id, slug) {
    const space = readableSpace(caller, slug);
    const {rows: [row]} = await sql<{state: string}>`
      select state from person where organisation = ${caller.organisation.id} and id = ${id}`.execute(trx);
    if (!row) throw notFound();
    // Nobody is left who could be warned.
    const actions: readonly DecisionAction[] = row.state === 'erased' ? ['dismiss'] : ['warn', 'dismiss'];
    return {space, about: id, actions, carryOut: () => Promise.resolve([])};
  },
  async describe(db, organisation, ids) {
    const {rows} = await sql<Person>`
      select id, name, picture from person
      where organisation = ${organisation} and id = any (${ids}::uuid[]) and state <> 'erased'`.execute(db);
    return new Map(rows.map(person => [person.id, {person}]));
  },
};
