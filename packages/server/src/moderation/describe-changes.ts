import type {Case} from '@social-learning/protocol';
import {thingKey, type Describe} from '../feed/describe.ts';
import {readCases} from './rows.ts';

/** Lines about cases: for moderators, but for the one whom a case is about. */
export const describeCases: Describe = async (db, entries) => {
  const cases = new Map<string, Case>();
  for (const [organisation, some] of Map.groupBy(entries, entry => entry.organisation)) {
    for (const [id, found] of await readCases(db, organisation, [...new Set(some.flatMap(({object}) => object ?? []))])) {
      cases.set(thingKey(organisation, id), found);
    }
  }
  return ({organisation, object}) => {
    const found = cases.get(thingKey(organisation, object));
    return found
      ? {inside: {circle: {space: found.space, moderators: true, people: [], except: found.about?.id ?? null}, parts: [{case: found}]}}
      : {};
  };
};
