import type {BoardPeriod} from '@social-learning/protocol';

/** A calendar period by its dates (ISO 8601); `starts` is in it, `ends` is not. Of all time there are none. */
export interface Period {
  readonly kind: BoardPeriod;
  readonly starts: string | null;
  readonly ends: string | null;
}

/** Under which the sums of all time are kept. */
export const allTime = '0001-01-01';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date that it is in a time zone at an instant, whatever its clocks were set to on that day. */
export function dayOf(at: Date, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', {timeZone, year: 'numeric', month: '2-digit', day: '2-digit'});
  formats.set(timeZone, format);
  return format.format(at);
}

/** The period around a date. Weeks begin on Monday (ISO 8601). */
export function periodOf(kind: BoardPeriod, day: string): Period {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  switch (kind) {
    case 'week': {
      const monday = date - ((new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7);
      return {kind, starts: toDay(year, month, monday), ends: toDay(year, month, monday + 7)};
    }
    case 'month':
      return {kind, starts: toDay(year, month, 1), ends: toDay(year, month + 1, 1)};
    case 'quarter': {
      const first = month - ((month - 1) % 3);
      return {kind, starts: toDay(year, first, 1), ends: toDay(year, first + 3, 1)};
    }
    case 'year':
      return {kind, starts: toDay(year, 1, 1), ends: toDay(year + 1, 1, 1)};
    default:
      return {kind, starts: null, ends: null};
  }
}

/** The period before one; `undefined` of all time. */
export function periodBefore({kind, starts}: Period): Period | undefined {
  if (starts === null) return undefined;
  const [year, month, date] = starts.split('-').map(Number) as [number, number, number];
  return periodOf(kind, toDay(year, month, date - 1));
}

/** A date whose month and day may lie beyond their ends. */
function toDay(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}
