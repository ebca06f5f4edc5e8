import {configureLocalization, LOCALE_STATUS_EVENT} from '@lit/localize';
import {sourceLocale, targetLocales} from '../generated/locale-codes.ts';

/** A chunk per language; spelled out so that every bundler finds them. */
const chunks: Readonly<Record<(typeof targetLocales)[number], () => Promise<{templates: Record<string, unknown>}>>> = {
  ar: () => import('../generated/locales/ar.ts'),
  de: () => import('../generated/locales/de.ts'),
  es: () => import('../generated/locales/es.ts'),
  fr: () => import('../generated/locales/fr.ts'),
  nl: () => import('../generated/locales/nl.ts'),
};

const rightToLeft: readonly string[] = ['ar'];

const {getLocale, setLocale} = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: locale => chunks[locale as keyof typeof chunks]() as never,
});

/** What was asked for last. */
let asked: string = sourceLocale;

/** The language of the words now on screen (BCP 47), with the region that was asked for: dates and numbers of `de-AT` are not those of `de`. */
export function currentLocale(): string {
  return baseOf(asked) === getLocale() ? asked : getLocale();
}

/**
 * Shows the words in a language, if we have it; otherwise in English. One language holds for the page: the one that was
 * asked for last.
 *
 * @param tag A language tag (BCP 47), such as `nl-BE`.
 */
export async function useLanguage(tag: string): Promise<void> {
  asked = canonical(tag);
  const base = baseOf(asked);
  const locale = [sourceLocale, ...targetLocales].find(candidate => candidate === base) ?? sourceLocale;
  // A chunk that does not arrive leaves the words as they are.
  if (locale !== getLocale()) await setLocale(locale).catch(() => undefined);
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
  return rightToLeft.includes(getLocale()) && !nearest(element, '[lang], [dir]')?.hasAttribute('dir');
}

/** The nearest element that is or holds another, also across shadow roots. */
function nearest(element: Element, selector: string): Element | null {
  for (let node: Element | null = element; node; ) {
    const found: Element | null = node.closest(selector);
    if (found) return found;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

const baseOf = (tag: string) => tag.split('-')[0]!;

/** A tag as `Intl` takes it, also of one with underscores. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]!;
  } catch {
    return sourceLocale;
  }
}
