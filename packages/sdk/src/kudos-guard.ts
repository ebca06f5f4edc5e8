import type {Change, Kudos, KudosTally, Output} from '@social-learning/protocol';
import {SocialLearningError} from './errors.ts';
import {hasNumbers, hasTexts, isObject, isPage, isPerson, isSpace} from './guard.ts';

/** What kudos.ts relies on of an answer; a backend that gives other shapes is refused here. */
export function checkKudosList(output: Output<'kudos.list'>): void {
  const {space, about, tally, kudos, topic, cursor} = output;
  const sound = isSpace(space) && isAbout(about) && (tally === null || isTally(tally)) && isPage(kudos, isKudos) &&
    typeof topic === 'string' && typeof cursor === 'string';
  if (!sound) throw new SocialLearningError('invalid-response', 'The answer to kudos.list is not of the contract.');
}

/** The kudos and tallies of a change or an answer, as far as they have the shapes that views rely on. */
export function soundKudos({kudos, tallies}: Pick<Change, 'kudos' | 'tallies'>): {kudos?: Kudos; tallies: readonly KudosTally[]} {
  return {...(isKudos(kudos) && {kudos}), tallies: Array.isArray(tallies) ? tallies.filter(isTally) : []};
}

function isKudos(value: unknown): value is Kudos {
  if (!isObject(value) || !hasTexts(value, 'id', 'space', 'state', 'at') || !hasNumbers(value, 'version')) return false;
  const {from, to, value: named, message, about} = value;
  return (
    (from === null || isPerson(from)) && Array.isArray(to) && to.every(isPerson) &&
    (named === null || (isObject(named) && hasTexts(named, 'name'))) && (message === null || typeof message === 'string') &&
    (about === null || (isObject(about) && isObject(about['subject'])))
  );
}

function isTally(value: unknown): value is KudosTally {
  return isObject(value) && hasTexts(value, 'kind', 'key') && hasNumbers(value, 'count', 'version');
}

function isAbout(value: unknown): boolean {
  if (value === null) return true;
  if (!isObject(value)) return false;
  if (value['type'] === 'person') return isPerson(value['person']);
  if (value['type'] === 'post') return hasTexts(value, 'post') && (value['author'] === null || isPerson(value['author']));
  return value['type'] === 'subject' && hasTexts(value, 'subject');
}
