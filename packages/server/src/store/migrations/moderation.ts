/** Guidelines, reports, cases and the audit log; and posts that not everybody sees. */
export const moderation: readonly string[] = [
  `alter table space add moderation text not null default 'after'`,
  `alter table space add newcomer_posts integer not null default 3`,
  // The title of a question that waits, since the thread may meanwhile be named by another.
  `alter table post add title text`,
  // Whether others than its author and moderators ever saw it.
  `alter table post add published boolean not null default true`,
  // The post whose words the title of the thread and of its subject are.
  `alter table thread add opener uuid`,
  `create table guidelines (
    organisation uuid not null,
    space uuid not null,
    version integer not null,
    required boolean not null,
    rules jsonb not null,
    published_by uuid,
    published_at timestamptz not null,
    primary key (organisation, space, version),
    foreign key (organisation, space) references space
  )`,
  `create table agreement (
    organisation uuid not null,
    space uuid not null,
    person uuid not null,
    version integer not null,
    at timestamptz not null,
    primary key (organisation, space, person, version),
    foreign key (organisation, space, version) references guidelines
  )`,
  // Drawn anew whenever a case opens or is decided: the order of both lists.
  `create sequence moderation_turn`,
  `create table moderation_case (
    organisation uuid not null,
    id uuid not null,
    space uuid not null,
    target_type text not null,
    target uuid not null,
    about uuid,
    state text not null,
    waiting boolean not null default false,
    opened_at timestamptz not null,
    decided_at timestamptz,
    turn bigint not null default nextval('moderation_turn'),
    revision integer not null default 0,
    version integer not null default 1,
    primary key (organisation, id),
    unique (organisation, space, target_type, target),
    foreign key (organisation, space) references space
  )`,
  `create index moderation_case_in_turn on moderation_case (organisation, space, state, turn)`,
  `create table report (
    organisation uuid not null,
    id uuid not null,
    seq bigserial,
    case_id uuid not null,
    space uuid not null,
    target_type text not null,
    target uuid not null,
    reporter uuid not null,
    rule text collate "C",
    guidelines integer,
    note text not null,
    state text not null default 'open',
    created_at timestamptz not null,
    decided_at timestamptz,
    primary key (organisation, id),
    foreign key (organisation, case_id) references moderation_case
  )`,
  `create unique index report_open_once on report (organisation, case_id, reporter) where state = 'open'`,
  `create index report_by_reporter on report (organisation, reporter, space, seq)`,
  `create table audit (
    organisation uuid not null,
    id uuid not null,
    seq bigserial,
    space uuid,
    actor uuid,
    act text not null,
    attempt text,
    case_id uuid,
    target_type text,
    target uuid,
    about uuid,
    reason text,
    rule text collate "C",
    guidelines integer,
    at timestamptz not null,
    primary key (organisation, id)
  )`,
  `create index audit_by_space on audit (organisation, space, seq)`,
  `create index audit_by_case on audit (organisation, case_id, seq)`,
  `create index audit_refused on audit (organisation, actor, at) where act = 'refused'`,
  `create index audit_by_person on audit (organisation, about, space, seq)`,
  `create function refuse_to_change_audit() returns trigger language plpgsql as
    $$ begin raise exception 'The audit log is only added to.'; end $$`,
  `create trigger audit_is_append_only before update or delete on audit
    for each statement execute function refuse_to_change_audit()`,
];
