/** Mentors, those who learn with them, members of spaces, and how far the readers of the log have come. */
export const mentoring: readonly string[] = [
  `alter table space add mentor_request_days integer not null default 14`,
  // By what a newcomer gets a mentor, the first thing first; nothing where the space leaves it to them.
  `alter table space add mentor_rule jsonb`,
  `create table membership (
    organisation uuid not null,
    space uuid not null,
    person uuid not null,
    languages text[] not null default '{}',
    skills text[] not null default '{}',
    joined_at timestamptz not null,
    primary key (organisation, space, person),
    foreign key (organisation, space) references space,
    foreign key (organisation, person) references person
  )`,
  `create table mentor_profile (
    organisation uuid not null,
    space uuid not null,
    person uuid not null,
    title text,
    help text,
    skills text[] not null,
    topics text[] not null,
    languages text[] not null,
    time_zone text not null,
    capacity integer not null check (capacity > 0),
    paused boolean not null,
    version integer not null default 1,
    primary key (organisation, space, person),
    foreign key (organisation, space) references space,
    foreign key (organisation, person) references person
  )`,
  `create table mentorship (
    organisation uuid not null,
    id uuid not null,
    space uuid not null,
    mentor uuid not null,
    mentee uuid not null,
    goal text,
    message text,
    state text not null,
    requested_at timestamptz not null,
    expires_at timestamptz,
    answered_at timestamptz,
    first_post uuid,
    version integer not null default 1,
    primary key (organisation, id),
    foreign key (organisation, space) references space,
    foreign key (organisation, mentor) references person,
    foreign key (organisation, mentee) references person
  )`,
  `create unique index mentorship_open_once on mentorship (organisation, space, mentor, mentee) where state in ('requested', 'active')`,
  `create index mentorship_by_mentor on mentorship (organisation, mentor, space, id)`,
  `create index mentorship_by_mentee on mentorship (organisation, mentee, space, id)`,
  `create table mentorship_event (
    organisation uuid not null,
    mentorship uuid not null,
    seq bigserial,
    state text not null,
    at timestamptz not null,
    actor uuid,
    note text,
    primary key (organisation, mentorship, seq),
    foreign key (organisation, mentorship) references mentorship
  )`,
  `create table log_reader (
    name text collate "C" primary key,
    epoch integer not null,
    tx bigint not null,
    seq bigint not null
  )`,
];
