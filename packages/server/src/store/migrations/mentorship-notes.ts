/** What the two of a mentorship keep about it: each a note, and one that they share. */
export const mentorshipNotes: readonly string[] = [
  `create table mentorship_note (
    organisation uuid not null,
    mentorship uuid not null,
    side text not null,
    text text not null,
    revision integer not null default 1,
    at timestamptz not null,
    primary key (organisation, mentorship, side),
    foreign key (organisation, mentorship) references mentorship
  )`,
];
