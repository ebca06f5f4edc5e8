/** What a moderator decided, among the notifications: told to whose it is, and to those who reported it. */
export const decisions: readonly string[] = [
  // The line of the audit log that says it.
  `alter table notification add column ruling uuid`,
  `do $$
    declare found text;
    begin
      select conname into strict found from pg_constraint where conrelid = 'notification'::regclass and contype = 'u';
      execute format('alter table notification drop constraint %I', found);
    end $$`,
  `alter table notification add constraint notification_once
    unique nulls not distinct (organisation, person, kind, actor, post, kudos, mentorship, ruling)`,
];
