/** Who follows a conversation, and what posts said before they were edited. */
export const threads: readonly string[] = [
  `create table follow (
    organisation uuid not null,
    thread uuid not null,
    person uuid not null,
    at timestamptz not null,
    primary key (organisation, thread, person),
    foreign key (organisation, thread) references thread,
    foreign key (organisation, person) references person
  )`,
  `create table post_revision (
    organisation uuid not null,
    post uuid not null,
    revision integer not null,
    source text not null,
    reason text,
    at timestamptz not null,
    primary key (organisation, post, revision),
    foreign key (organisation, post) references post
  )`,
  `alter table post add column edit_reason text`,
];
