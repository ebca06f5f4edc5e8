import {configureLocalization} from '@lit/localize';
import {sourceLocale, targetLocales} from '../generated/locale-codes.ts';

/** A chunk per language; spelled out so that every bundler finds them. */
const chunks: Readonly<Record<string, () => Promise<{templates: Record<string, unknown>}>>> = {
  nl: () => import('../generated/locales/nl.ts'),
  de: () => import('../generated/locales/de.ts'),
  ar: () => import('../generated/locales/ar.ts'),
  es: () => import('../generated/locales/es.ts'),
  fr: () => import('../generated/locales/fr.ts'),
};

const {getLocale, setLocale} = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: locale => chunks[locale]!() as never,
});

/** The language (BCP 47) of the words now on screen. */
export const currentLocale = getLocale;

/**
 * Shows the words in a language, if we have it; otherwise in English. One language holds for the page: the one that was
 * asked for last.
 *
 * @param tag A language tag (BCP 47), such as `nl-BE`.
 */
export async function useLanguage(tag: string): Promise<void> {
  const base = tag.toLowerCase().split('-')[0]!;
  const locale = [sourceLocale, ...targetLocales].find(candidate => candidate === base) ?? sourceLocale;
  // A chunk that does not arrive leaves the words as they are.
  if (locale !== getLocale()) await setLocale(locale).catch(() => undefined);
}

/** The language of the place where an element stands. */
export function languageOf(element: Element): string {
  for (let node: Element | null = element; node; ) {
    const found: Element | null = node.closest('[lang]');
    if (found) return found.getAttribute('lang')!;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return document.documentElement.lang || navigator.language;
}
