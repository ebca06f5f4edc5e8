/** Pictures: files that belong to a post, with the size at which they are shown. */
export const pictures: readonly string[] = [
  `alter table file add column post uuid`,
  `alter table file add column width integer`,
  `alter table file add column height integer`,
  `alter table file add foreign key (organisation, post) references post`,
  `create index file_of_post on file (organisation, post) where post is not null`,
  `drop index file_that_expires`,
  `create index file_that_expires on file (expires_at) where item is null and post is null`,
];
