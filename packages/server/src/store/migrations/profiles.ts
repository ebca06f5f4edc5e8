/** What people say of themselves, what of it others see, and whether they are found where people are looked for. */
export const profiles: readonly string[] = [
  `alter table person
    add column title text,
    add column location text,
    add column time_zone text,
    add column languages text[] not null default '{}',
    add column skills text[] not null default '{}',
    add column hidden text[] not null default '{}',
    add column listed boolean not null default true,
    add column profile_version integer not null default 1`,
];
