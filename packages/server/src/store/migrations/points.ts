/**
 * Points: rules with the time from which they hold, a ledger that is only added to, and its sums per calendar period. And who is on
 * boards. What boards keep in memory is told of changes by `board_change`, whose rows are read by transaction and not by number, so
 * that none is passed over.
 */
export const points: readonly string[] = [
  // What is undone, and of which kind a reaction is: readers of the log must not have to look it up.
  `alter table activity add column detail text`,
  `alter table person add column ranked boolean not null default true, add column team text`,
  `alter table space add column imported_points boolean not null default false`,
  `create table points_rule (
    organisation uuid not null,
    space uuid not null,
    activity text not null,
    effective_at timestamptz not null,
    points integer not null check (points >= 0),
    cap_per_day integer not null check (cap_per_day >= points),
    primary key (organisation, space, activity, effective_at),
    foreign key (organisation, space) references space
  )`,
  `create table points_entry (
    organisation uuid not null,
    seq bigint not null,
    person uuid not null,
    activity text not null,
    object_type text not null,
    object uuid not null,
    source text collate "C" not null,
    cause text not null,
    points integer not null check (points <> 0),
    space uuid not null,
    giver uuid,
    day date not null,
    at timestamptz not null,
    primary key (organisation, seq, person, activity, source),
    foreign key (organisation, space) references space,
    foreign key (organisation, person) references person
  )`,
  `create index points_entry_of_object on points_entry (organisation, object, seq)`,
  `create index points_entry_of_person on points_entry (organisation, person, space, day, activity)`,
  `create index points_entry_in_time on points_entry (organisation, person, space, seq desc, activity desc, source desc)`,
  `create function points_entry_stays() returns trigger language plpgsql as $$
    begin raise exception 'The ledger of points is only added to.'; end $$`,
  `create trigger points_entry_stays before update or delete on points_entry for each row execute function points_entry_stays()`,
  `create table points_total (
    organisation uuid not null,
    space uuid not null,
    period text not null,
    starts date not null,
    person uuid not null,
    points integer not null,
    primary key (organisation, space, period, starts, person),
    foreign key (organisation, person) references person
  )`,
  `create table board_change (
    organisation uuid not null,
    person uuid not null,
    tx bigint not null default pg_current_xact_id()::text::bigint,
    at timestamptz not null default now()
  )`,
  `create index board_change_by_tx on board_change (organisation, tx)`,
  `create index board_change_by_time on board_change (at)`,
  `create function note_board_change() returns trigger language plpgsql as $$
    declare line record;
    begin
      if tg_op = 'DELETE' then line := old; else line := new; end if;
      if tg_table_name = 'person' then
        if tg_op = 'UPDATE' then
          if (old.state, old.ranked, old.team, old.name, old.picture) is not distinct from (new.state, new.ranked, new.team, new.name, new.picture) then return null; end if;
        end if;
        insert into board_change (organisation, person) values (line.organisation, line.id);
      else
        insert into board_change (organisation, person) values (line.organisation, line.person);
      end if;
      return null;
    end $$`,
  `create trigger person_on_boards after insert or update of state, ranked, team, name, picture on person for each row execute function note_board_change()`,
  `create trigger role_on_boards after insert or update or delete on role for each row execute function note_board_change()`,
  `create trigger points_on_boards after insert on points_entry for each row execute function note_board_change()`,
];
