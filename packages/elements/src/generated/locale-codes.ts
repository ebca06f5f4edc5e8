export const sourceLocale = `en`;
export const targetLocales = [`nl`] as const;
export const allLocales = [`en`, `nl`] as const;
