import {msg, str} from '@lit/localize';
import type {MentorProfile, MentorReason, Mentorship} from '@social-learning/sdk/mentoring';
import {currentLocale} from '../internal/locale.ts';
import {sayNumber} from '../internal/times.ts';

/** Whether there is a place, in words. */
export function sayPlaces({state, places}: MentorProfile): string {
  if (state === 'paused') return msg('Takes a break just now');
  if (state === 'full') return msg('No place left just now');
  return places === 1 ? msg('1 place left') : msg(str`${sayNumber(places)} places left`);
}

/** A language by its name in the language of the words. */
export function sayLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(currentLocale(), {type: 'language'}).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The time that a clock shows there. */
export function sayClock(timeZone: string | undefined, now: number): string {
  try {
    return new Intl.DateTimeFormat(currentLocale(), {timeStyle: 'short', ...(timeZone && {timeZone})}).format(now);
  } catch {
    return '';
  }
}

/** How soon a mentor answers as a rule. */
export function sayAnswer(seconds: number): string {
  const hours = Math.max(1, Math.ceil(seconds / 3_600));
  if (hours === 1) return msg('Mostly answers within an hour');
  if (hours <= 48) return msg(str`Mostly answers within ${sayNumber(hours)} hours`);
  return msg(str`Mostly answers within ${sayNumber(Math.ceil(hours / 24))} days`);
}

/** One reason why a mentor fits. */
export function sayReason({kind, value}: MentorReason): string {
  switch (kind) {
    case 'skill':
      return msg(str`Knows ${value ?? ''}`);
    case 'topic':
      return msg(str`Helps with ${value ?? ''}`);
    case 'language':
      return msg(str`Speaks ${sayLanguage(value ?? '')}`);
    case 'words':
      return msg(str`Mentions “${value ?? ''}”`);
    case 'places':
      return msg('Has a place for you');
    case 'time':
      return msg('Works at about your hours');
    case 'answers':
      return msg('Answers within a day');
  }
}

/** What a state of a mentorship means. */
export function sayState(state: Mentorship['state']): string {
  switch (state) {
    case 'requested':
      return msg('Asked');
    case 'active':
      return msg('Learning together');
    case 'completed':
      return msg('Completed');
    case 'declined':
      return msg('Declined');
    case 'cancelled':
      return msg('Taken back');
    case 'expired':
      return msg('Not answered in time');
  }
}
