/** What people are told, and of which kinds they do not want to be. */
export const notifications: readonly string[] = [
  `create table notification (
    organisation uuid not null,
    id uuid not null,
    person uuid not null,
    kind text not null,
    actor uuid,
    space uuid not null,
    post uuid,
    kudos uuid,
    mentorship uuid,
    at timestamptz not null,
    read_at timestamptz,
    primary key (organisation, id),
    unique nulls not distinct (organisation, person, kind, actor, post, kudos, mentorship),
    foreign key (organisation, person) references person
  )`,
  `create index notification_of_person on notification (organisation, person, id)`,
  `create index notification_about_post on notification (organisation, post)`,
  `create index notification_about_kudos on notification (organisation, kudos)`,
  `create table notification_choice (
    organisation uuid not null,
    person uuid not null,
    kind text not null,
    primary key (organisation, person, kind),
    foreign key (organisation, person) references person
  )`,
];
