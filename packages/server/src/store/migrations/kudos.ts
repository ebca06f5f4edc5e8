/**
 * Kudos, with their recipients beside them so that the allowance and the numbers are counts of rows. And what readers of the
 * log need of every line: what it is about, and whom.
 */
export const kudos = [
  `alter table activity add column object_type text, add column object uuid, add column people uuid[] not null default '{}'`,
  `update activity set object = coalesce(post, thread), object_type = case when post is null then 'thread' else 'post' end
    where coalesce(post, thread) is not null`,
  `create index activity_by_object on activity (organisation, object)`,
  `alter table organisation add column kudos jsonb not null default '{}'`,
  `create table kudos (
    organisation uuid not null,
    id uuid not null,
    space uuid not null,
    giver uuid not null,
    value text,
    value_name text,
    message text,
    post uuid,
    subject_hash text collate "C",
    subject jsonb,
    state text not null default 'given',
    at timestamptz not null,
    version integer not null default 1,
    primary key (organisation, id),
    foreign key (organisation, space) references space,
    foreign key (organisation, giver) references person,
    foreign key (organisation, post) references post
  )`,
  `create index kudos_by_time on kudos (organisation, space, at desc, id desc) where state = 'given'`,
  `create index kudos_by_post on kudos (organisation, post, at desc, id desc) where state = 'given' and post is not null`,
  `create index kudos_by_subject on kudos (organisation, space, subject_hash, at desc, id desc) where state = 'given' and subject_hash is not null`,
  `create table kudos_recipient (
    organisation uuid not null,
    kudos uuid not null,
    person uuid not null,
    place integer not null,
    space uuid not null,
    giver uuid not null,
    at timestamptz not null,
    primary key (organisation, kudos, person),
    foreign key (organisation, kudos) references kudos,
    foreign key (organisation, person) references person
  )`,
  `create index kudos_recipient_by_person on kudos_recipient (organisation, space, person, at desc, kudos desc)`,
  `create index kudos_recipient_by_giver on kudos_recipient (organisation, giver, at)`,
  `create table kudos_tally (
    organisation uuid not null,
    space uuid not null,
    kind text not null,
    key text collate "C" not null,
    count integer not null default 0,
    version integer not null default 0,
    primary key (organisation, space, kind, key)
  )`,
] as const;
