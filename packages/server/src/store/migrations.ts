import {sql, type Kysely} from 'kysely';
import type {Migration} from 'kysely/migration';
import {contentItems} from './migrations/content-items.ts';
import {files} from './migrations/files.ts';
import {decisions} from './migrations/decisions.ts';
import {checklists} from './migrations/checklists.ts';
import {kudos} from './migrations/kudos.ts';
import {mentoring} from './migrations/mentoring.ts';
import {mentorshipNotes} from './migrations/mentorship-notes.ts';
import {moderation} from './migrations/moderation.ts';
import {notifications} from './migrations/notifications.ts';
import {pictures} from './migrations/pictures.ts';
import {points} from './migrations/points.ts';
import {postWords} from './migrations/post-words.ts';
import {profiles} from './migrations/profiles.ts';
import {threadOrders} from './migrations/thread-orders.ts';
import {threadWords} from './migrations/thread-words.ts';
import {threads} from './migrations/threads.ts';

/**
 * Every change of the schema, oldest first; the names sort in that order. One that was released is never edited.
 *
 * Text that is compared or ordered byte by byte has the collation "C": neither a locale nor its next version may merge two
 * people or move a post.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-spine': {up: db => runAll(db, spine)},
  '0002-kudos': {up: db => runAll(db, kudos)},
  '0003-moderation': {up: db => runAll(db, moderation)},
  '0005-mentoring': {up: db => runAll(db, mentoring)},
  '0007-notifications': {up: db => runAll(db, notifications)},
  '0011-points': {up: db => runAll(db, points)},
  '0013-profiles': {up: db => runAll(db, profiles)},
  '0014-decisions': {up: db => runAll(db, decisions)},
  '0015-files': {up: db => runAll(db, files)},
  '0015-mentorship-notes': {up: db => runAll(db, mentorshipNotes)},
  '0016-content': {up: db => runAll(db, contentItems)},
  '0017-checklists': {up: db => runAll(db, checklists)},
  '0018-threads': {up: db => runAll(db, threads)},
  '0019-thread-words': {up: db => runAll(db, threadWords)},
  '0020-thread-orders': {up: db => runAll(db, threadOrders)},
  '0021-pictures': {up: db => runAll(db, pictures)},
  '0022-post-words': {up: db => runAll(db, postWords)},
};

async function runAll(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const spine = [
  `create table server (
    one boolean primary key default true check (one),
    secret text not null
  )`,
  `create table log_epoch (
    number integer generated always as identity primary key,
    id text not null,
    cluster text not null
  )`,
  `create table organisation (
    id uuid primary key,
    slug text collate "C" not null unique,
    name text not null,
    time_zone text not null,
    default_space uuid not null,
    edit_window integer,
    flood_interval integer not null default 0,
    is_default boolean not null default false
  )`,
  `create table origin (
    organisation uuid not null references organisation,
    origin text collate "C" primary key
  )`,
  `create table issuer (
    organisation uuid not null references organisation,
    id uuid not null,
    iss text collate "C" not null,
    alg text not null,
    keys jsonb not null,
    allows_roles boolean not null default false,
    primary key (organisation, id),
    unique (organisation, iss)
  )`,
  `create table used_token (
    organisation uuid not null references organisation,
    iss text collate "C" not null,
    jti text collate "C" not null,
    expires_at timestamptz not null,
    primary key (organisation, iss, jti)
  )`,
  `create index used_token_expiry on used_token (expires_at)`,
  `create table space (
    organisation uuid not null references organisation,
    id uuid not null,
    slug text collate "C" not null,
    name text not null,
    readers text not null,
    posters text not null,
    reactions jsonb not null,
    primary key (organisation, id),
    unique (organisation, slug)
  )`,
  `create table person (
    organisation uuid not null references organisation,
    id uuid not null,
    external text collate "C",
    name text not null,
    picture text,
    state text not null default 'active',
    joined_at timestamptz,
    primary key (organisation, id),
    unique (organisation, external)
  )`,
  `create table role (
    organisation uuid not null,
    id uuid not null,
    person uuid not null,
    space uuid,
    role text not null,
    primary key (organisation, id),
    unique nulls not distinct (organisation, person, space, role),
    foreign key (organisation, person) references person,
    foreign key (organisation, space) references space
  )`,
  `create table subject (
    organisation uuid not null,
    id uuid not null,
    space uuid not null,
    hash text collate "C" not null,
    key text not null,
    title text,
    url text,
    primary key (organisation, id),
    unique (organisation, space, hash),
    foreign key (organisation, space) references space
  )`,
  `create table thread (
    organisation uuid not null,
    id uuid not null,
    space uuid not null,
    subject uuid not null,
    kind text not null,
    title text,
    question uuid,
    state text not null default 'open',
    accepted integer not null default 0,
    posts integer not null default 0,
    counter integer not null default 0,
    created_at timestamptz not null,
    last_activity_at timestamptz not null,
    version integer not null default 0,
    primary key (organisation, id),
    unique (organisation, subject),
    foreign key (organisation, subject) references subject
  )`,
  `create index thread_by_activity on thread (organisation, space, last_activity_at desc, id desc)`,
  `create table post (
    organisation uuid not null,
    id uuid not null,
    thread uuid not null,
    parent uuid,
    author uuid,
    state text not null default 'visible',
    position text collate "C" not null,
    depth integer not null,
    source text,
    content jsonb,
    created_at timestamptz not null,
    edited_at timestamptz,
    revision integer not null default 1,
    version integer not null default 1,
    replies integer not null default 0,
    accepted boolean not null default false,
    reactions jsonb not null default '{}',
    primary key (organisation, id),
    unique (organisation, thread, position),
    foreign key (organisation, thread) references thread
  )`,
  `create index post_by_author on post (organisation, author, created_at desc)`,
  `create table reaction (
    organisation uuid not null,
    post uuid not null,
    person uuid not null,
    kind text not null,
    thread uuid not null,
    at timestamptz not null,
    primary key (organisation, post, person, kind),
    foreign key (organisation, post) references post
  )`,
  `create index reaction_by_person on reaction (organisation, thread, person)`,
  `create table intent (
    organisation uuid not null,
    person uuid not null,
    key uuid not null,
    endpoint text not null,
    body text not null,
    post uuid,
    answer text,
    at timestamptz not null,
    primary key (organisation, person, key)
  )`,
  `create index intent_by_post on intent (organisation, post) where answer is not null`,
  `create table activity (
    organisation uuid not null,
    seq bigserial,
    epoch integer not null,
    tx bigint not null,
    verb text not null,
    actor uuid,
    space uuid,
    topic text collate "C",
    thread uuid,
    post uuid,
    touched uuid[] not null default '{}',
    at timestamptz not null,
    imported boolean not null default false,
    primary key (organisation, seq)
  )`,
  `create index activity_in_order on activity (epoch, tx, seq)`,
  `create index activity_by_topic on activity (organisation, topic, epoch, tx, seq)`,
];
