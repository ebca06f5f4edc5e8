import {kudosWithdrawWithin, limits} from '@social-learning/protocol';
import {StartError} from '../internal/start-error.ts';

/** Something that an organisation stands for, which kudos may name. */
export interface OrganisationValue {
  /** Lower-case letters, digits and hyphens. Kudos keep the name that it had when they were given. */
  readonly key: string;
  readonly name: string;
  readonly description?: string;
}

/** What an organisation says about kudos. */
export interface KudosSettings {
  readonly values: readonly OrganisationValue[];
  /** How many people one may thank in a calendar week of the organisation's time zone; `null` for any number. */
  readonly perWeek: number | null;
  /** How often one may thank the same person in a number of days; `null` for any number. */
  readonly pair: {readonly most: number; readonly days: number} | null;
}

export const defaultKudosSettings: KudosSettings = {values: [], perWeek: 10, pair: {most: 3, days: 30}};

/** Milliseconds in which kudos can be withdrawn. */
export const withdrawalWindow = kudosWithdrawWithin * 1_000;

/** Settings with the defaults for what is not said. Throws a {@link StartError} for what cannot be meant. */
export function completeKudosSettings(given: Partial<KudosSettings> = {}): KudosSettings {
  const settings = {...defaultKudosSettings, ...given};
  const {values, perWeek, pair} = settings;
  const isCount = (count: number) => Number.isSafeInteger(count) && count >= 0;
  if (perWeek !== null && !isCount(perWeek)) throw new StartError('The allowance of kudos per week must be a whole number, or null.');
  if (pair !== null && !(isCount(pair.most) && isCount(pair.days) && pair.days > 0)) {
    throw new StartError('The limit of kudos per pair must be whole numbers, or null.');
  }
  for (const {key, name} of values) {
    const isKey = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key) && key.length <= limits.slug;
    if (!isKey || !name?.trim() || name.length > limits.name) {
      throw new StartError(`The value “${key}” needs a key of lower-case letters, digits and hyphens, and a name of at most ${limits.name} characters.`);
    }
  }
  if (new Set(values.map(({key}) => key)).size < values.length) throw new StartError('Two values of an organisation have the same key.');
  return settings;
}
