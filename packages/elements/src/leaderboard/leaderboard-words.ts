import {msg, str} from '@lit/localize';
import type {BoardPeriod, BoardView, EarningActivity, OwnPlace} from '@social-learning/sdk/leaderboard';
import {currentLocale} from '../internal/locale.ts';
import {sayNumber} from '../internal/times.ts';

export function sayView(view: BoardView): string {
  switch (view) {
    case 'near':
      return msg('Near me');
    case 'top':
      return msg('Top');
    case 'teams':
      return msg('Teams');
  }
}

export function sayPeriod(period: BoardPeriod): string {
  switch (period) {
    case 'week':
      return msg('This week');
    case 'month':
      return msg('This month');
    case 'quarter':
      return msg('This quarter');
    case 'year':
      return msg('This year');
    case 'all':
      return msg('All time');
  }
}

/** The dates of a period, as the language writes a range; nothing of all time. */
export function saySpan(starts: string | null, ends: string | null): string {
  if (starts === null || ends === null) return '';
  const from = new Date(`${starts}T00:00:00Z`);
  const last = new Date(Date.parse(`${ends}T00:00:00Z`) - 86_400_000);
  if (Number.isNaN(from.getTime()) || Number.isNaN(last.getTime())) return '';
  return new Intl.DateTimeFormat(currentLocale(), {dateStyle: 'medium', timeZone: 'UTC'}).formatRange(from, last);
}

export function sayPoints(points: number): string {
  return points === 1 ? msg('1 point') : msg(str`${sayNumber(points)} points`);
}

/** How a place compares with that of the period before, in full. */
export function sayMovement(movement: number | null): string {
  if (movement === null) return msg('new on the board');
  if (movement === 0) return msg('as in the last period');
  if (movement === 1) return msg('1 place up');
  if (movement === -1) return msg('1 place down');
  return movement > 0 ? msg(str`${sayNumber(movement)} places up`) : msg(str`${sayNumber(-movement)} places down`);
}

/** One's own place in a sentence. */
export function sayOwnPlace({ranked, rank, points, movement}: OwnPlace, total: number, comparable: boolean): string {
  if (!ranked) return msg('You are on no leaderboard. Your points are kept, and only you see them.');
  if (rank === null) return msg('You have no points in this time yet. A question or a reply is a good beginning.');
  const place = msg(str`You are in place ${sayNumber(rank)} of ${sayNumber(total)}, with ${sayPoints(points)}`);
  return comparable ? msg(str`${place}: ${sayMovement(movement)}.`) : msg(str`${place}.`);
}

/** What earns points, as a rule names it. */
export function sayActivity(activity: EarningActivity): string {
  switch (activity) {
    case 'asked':
      return msg('Asking a question');
    case 'posted':
      return msg('An answer or a new conversation');
    case 'replied':
      return msg('A reply');
    case 'answer-accepted':
      return msg('An answer of yours that helped');
    case 'reaction-received':
      return msg('A reaction to a post of yours');
    case 'kudos-received':
      return msg('Kudos for you');
    case 'kudos-given':
      return msg('Kudos from you');
    case 'mentorship-completed':
      return msg('Learning together, completed');
    case 'content-published':
      return msg('Something you made and shared');
    case 'checklist-finished':
      return msg('A finished checklist');
  }
}
