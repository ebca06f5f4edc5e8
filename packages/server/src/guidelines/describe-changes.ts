import type {Guidelines} from '@social-learning/protocol';
import {thingKey, type Describe} from '../feed/describe.ts';
import {readGuidelinesRow, toGuidelines} from './rows.ts';

/** Lines about guidelines, whose object is the space that they are of. */
export const describeGuidelines: Describe = async (db, entries) => {
  const inForce = new Map<string, Guidelines>();
  for (const {organisation, object} of entries) {
    const key = thingKey(organisation, object);
    const row = inForce.has(key) || object === null ? undefined : await readGuidelinesRow(db, organisation, object);
    if (row) inForce.set(key, toGuidelines(row));
  }
  return ({organisation, object}) => {
    const guidelines = inForce.get(thingKey(organisation, object));
    return guidelines ? {everybody: [{guidelines}]} : {};
  };
};
