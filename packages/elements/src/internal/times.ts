import {whenIdle} from './idle.ts';
import {currentLocale} from './locale.ts';

const steps = [
  ['minute', 60],
  ['hour', 3_600],
  ['day', 86_400],
] as const;

/** Seconds after which a time is said by its date. */
const longAgo = 7 * 86_400;

type AnyFormat = Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat;

const formats = new Map<string, AnyFormat>();

/** Formats are made when they are first needed, and once: making one costs more than all else on a first screen. */
function format<Format extends AnyFormat>(kind: string, make: (locale: string) => Format): Format {
  const key = `${kind} ${currentLocale()}`;
  if (!formats.has(key)) formats.set(key, make(currentLocale()));
  return formats.get(key) as Format;
}

/** A time as one says it: "2 hours ago", or a date after a week. */
export function sayTime(instant: string, now: number): string {
  const date = new Date(instant);
  const seconds = (now - date.getTime()) / 1_000;
  if (Number.isNaN(seconds)) return '';
  if (seconds > longAgo) return sayDate(instant);
  const relative = format('relative', locale => new Intl.RelativeTimeFormat(locale, {numeric: 'auto'}));
  if (seconds < 60) return relative.format(0, 'second');
  const [unit, length] = steps.findLast(([, size]) => seconds >= size)!;
  return relative.format(-Math.floor(seconds / length), unit);
}

/** The day of a time. */
export function sayDate(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '' : format('date', locale => new Intl.DateTimeFormat(locale, {dateStyle: 'medium'})).format(date);
}

/** A time in full, with the time zone of the reader. */
export function sayExactTime(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return format('exact', locale => new Intl.DateTimeFormat(locale, {dateStyle: 'full', timeStyle: 'long'})).format(date);
}

/** Times whose title is still to be said. */
const unsaid = new Map<HTMLElement, string>();

/**
 * Says a time in full in the title of an element, when the browser has nothing better to do: the first one takes as long as the rest of a
 * first screen.
 */
export function tellExactTime(element: HTMLElement, instant: string): void {
  if (unsaid.size === 0) {
    whenIdle(() => {
      for (const [each, when] of unsaid) each.title = sayExactTime(when);
      unsaid.clear();
    });
  }
  unsaid.set(element, instant);
}

/** Languages of ours whose digits are 0 to 9, with what stands between their thousands where that is known here: no format need be made, which takes longer than to fill a screen. */
const plainDigits = /^(de|en|es|fr|nl)(-[A-Z]{2})?$/;
const separators: Readonly<Record<string, string>> = {'de': '.', 'de-DE': '.', 'en': ',', 'en-GB': ',', 'en-US': ',', 'fr': '\u202f', 'fr-FR': '\u202f', 'nl': '.', 'nl-NL': '.'};

/** A number as the language writes it. */
export function sayNumber(value: number): string {
  const separator = value < 1_000 && plainDigits.test(currentLocale()) ? '' : separators[currentLocale()];
  if (separator === undefined || !Number.isInteger(value) || value < 0) return format('number', locale => new Intl.NumberFormat(locale)).format(value);
  return String(value).replace(/\B(?=(...)+$)/g, separator);
}
