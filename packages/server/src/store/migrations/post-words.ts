/** The words of posts, by which they are found. */
export const postWords: readonly string[] = [
  `create index post_by_words on post using gin (to_tsvector('simple', coalesce(source, '')))`,
];
