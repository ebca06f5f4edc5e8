import {configureLocalization} from '@lit/localize';
import {sourceLocale, targetLocales} from '../generated/locale-codes.ts';

/** A chunk per language; spelled out so that every bundler finds them. */
const chunks: Readonly<Record<(typeof targetLocales)[number], () => Promise<{templates: Record<string, unknown>}>>> = {
  ar: () => import('../generated/locales/ar.ts'),
  de: () => import('../generated/locales/de.ts'),
  es: () => import('../generated/locales/es.ts'),
  fr: () => import('../generated/locales/fr.ts'),
  nl: () => import('../generated/locales/nl.ts'),
};

/** What translates. Loaded where somebody reads another language than that of the words in the sources. */
export const {getLocale, setLocale} = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: locale => chunks[locale as keyof typeof chunks]() as never,
});
