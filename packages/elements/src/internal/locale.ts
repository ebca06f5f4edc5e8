import {LOCALE_STATUS_EVENT} from '@lit/localize';
import {sourceLocale, targetLocales} from '../generated/locale-codes.ts';
import {nearest} from './nearest.ts';

const rightToLeft: readonly string[] = ['ar'];

let translations: typeof import('./translations.ts') | undefined;

/** The language of the words now on screen. */
const shown = () => translations?.getLocale() ?? sourceLocale;

/** What was asked for last. */
let asked: string = sourceLocale;

/** The language of the words now on screen (BCP 47), with the region that was asked for: dates and numbers of `de-AT` are not those of `de`. */
export function currentLocale(): string {
  return baseOf(asked) === shown() ? asked : shown();
}

/**
 * Shows the words in a language, if we have it; otherwise in English. One language holds for the page: the one that was
 * asked for last.
 *
 * @param tag A language tag (BCP 47), such as `nl-BE`.
 */
export async function useLanguage(tag: string): Promise<void> {
  asked = canonical(tag);
  if (!translations && localeOf(asked) === sourceLocale) return;
  try {
    translations ??= await import('./translations.ts');
    // By now, another may have been asked for.
    await translations.setLocale(localeOf(asked));
  } catch {
    // A chunk that does not arrive leaves the words as they are.
  }
}

/** Tells when other words are there to be shown, for what does not draw itself anew. */
export function onLanguage(tell: () => void): () => void {
  const listen = ({detail}: WindowEventMap[typeof LOCALE_STATUS_EVENT]) => detail.status === 'ready' && tell();
  addEventListener(LOCALE_STATUS_EVENT, listen);
  return () => removeEventListener(LOCALE_STATUS_EVENT, listen);
}

/** The language of the place where an element stands. */
export function languageOf(element: Element): string {
  return nearest(element, '[lang]')?.getAttribute('lang') ?? (document.documentElement.lang || navigator.language);
}

/** Whether the words now on screen run from right to left where the page does not say so: a `dir` holds if it stands as near as the `lang`. */
export function runsRightToLeft(element: Element): boolean {
  return rightToLeft.includes(shown()) && !nearest(element, '[lang], [dir]')?.hasAttribute('dir');
}

const baseOf = (tag: string) => tag.split('-')[0]!;

/** The language of ours for a tag. */
const localeOf = (tag: string) => targetLocales.find(candidate => candidate === baseOf(tag)) ?? sourceLocale;

/** A tag as `Intl` takes it, also of one with underscores. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]!;
  } catch {
    return sourceLocale;
  }
}
