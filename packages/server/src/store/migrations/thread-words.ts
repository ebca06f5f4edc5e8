/** The words of titles, by which threads are found. */
export const threadWords: readonly string[] = [
  `create index thread_by_words on thread using gin (to_tsvector('simple', coalesce(title, '')))`,
];
