/** Files, and uploads that may become some. `item` is the content item that a file belongs to; what belongs to nothing expires. */
export const files: readonly string[] = [
  `create table file (
    organisation uuid not null,
    id uuid not null,
    owner uuid not null,
    format text not null,
    name text not null,
    size bigint not null check (size > 0),
    state text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    item uuid,
    role text,
    language text,
    label text,
    place integer not null default 0,
    primary key (organisation, id),
    foreign key (organisation, owner) references person
  )`,
  `create index file_of_owner on file (organisation, owner)`,
  `create index file_of_item on file (organisation, item) where item is not null`,
  `create index file_that_expires on file (expires_at) where item is null`,
];
