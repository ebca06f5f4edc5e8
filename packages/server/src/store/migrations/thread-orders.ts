/** Orders of a thread beside that of reading, posts that are pinned, and those that show how something is done. */
export const threadOrders: readonly string[] = [
  `alter table post add column pinned boolean not null default false`,
  `alter table post add column form text`,
  `create index post_roots on post (organisation, thread, position) where depth = 0`,
  `create index post_pinned on post (organisation, thread) where pinned`,
  `create index post_tried on post (organisation, parent) where form = 'tried'`,
];
