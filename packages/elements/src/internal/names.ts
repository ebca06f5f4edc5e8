import {msg} from '@lit/localize';
import type {Person} from '@social-learning/sdk';
import {currentLocale} from './locale.ts';

/** Names as one says them together: "Ann, Bo and Cas". */
export function sayNames(people: readonly Person[]): string {
  if (people.length === 0) return msg('Somebody who left');
  return new Intl.ListFormat(currentLocale(), {type: 'conjunction'}).format(people.map(({name}) => name));
}
