import type {Role, Space} from '@social-learning/protocol';
import {sql} from 'kysely';
import {readKeys, type Issuer} from '../identity/issuers.ts';
import {newId} from '../internal/new-id.ts';
import type {MentoringSettings} from '../mentoring/settings.ts';
import {demandPoints, saveRules, type PointsSetting} from '../points/rules.ts';
import {completeKudosSettings, type KudosSettings} from '../kudos/settings.ts';
import type {Store} from '../store/store.ts';
import {inTransaction, type Trx} from '../store/transaction.ts';

/** An organisation as its operator describes it. What is described again is brought to the new settings. */
export interface OrganisationSettings {
  /** Lower-case letters, digits and hyphens; the `org` claim of host tokens. */
  readonly slug: string;
  readonly name: string;
  /** IANA name. Default `UTC`. */
  readonly timeZone?: string;
  /** At least one; the first is the default one. */
  readonly spaces: readonly SpaceSettings[];
  /** The hosts that may sign tokens. */
  readonly issuers?: readonly Issuer[];
  /** Origins of pages, as browsers send them. An origin belongs to one organisation. */
  readonly origins?: readonly string[];
  /** Seconds in which a post may be edited. Default `null`: always. */
  readonly editWindow?: number | null;
  /** Seconds between two posts of a person. Default 0. */
  readonly floodInterval?: number;
  /** The values that kudos may name, and how many one may give. Default: no values, 10 a week, 3 to the same person in 30 days. */
  readonly kudos?: Partial<KudosSettings>;
  /** Whether pages of no registered origin are this organisation's. Default false; the only organisation is it anyhow. */
  readonly isDefault?: boolean;
}

export type SpaceSettings = Pick<Space, 'slug' | 'name'> & Partial<Pick<Space, 'readers' | 'posters' | 'reactions' | 'moderation'>> & {
  /** How many posts of a person wait, where `moderation` is `newcomers-first`. Default 3. */
  readonly newcomerPosts?: number;
  readonly mentoring?: MentoringSettings;
  /** What earns points. Default: what a new space begins with, or a curator has said since; an empty list for no points. */
  readonly points?: readonly PointsSetting[];
  /** Whether what was brought in from elsewhere earns points, too. Default false. */
  readonly importedPoints?: boolean;
};

/** Makes an organisation, or brings it to these settings. Gives its id. */
export async function saveOrganisation(store: Store, settings: OrganisationSettings, now = Date.now()): Promise<string> {
  for (const issuer of settings.issuers ?? []) await readKeys(issuer);
  for (const {slug, points} of settings.spaces) demandPoints(slug, points ?? []);
  const kudos = JSON.stringify(completeKudosSettings(settings.kudos));
  return inTransaction(store, async trx => {
    const {rows: [known]} = await sql<{id: string}>`select id from organisation where slug = ${settings.slug} for update`.execute(trx);
    const id = known?.id ?? newId(now);
    const {name, timeZone = 'UTC', editWindow = null, floodInterval = 0, isDefault = false} = settings;
    await sql`
      insert into organisation (id, slug, name, time_zone, default_space, edit_window, flood_interval, is_default, kudos)
      values (${id}, ${settings.slug}, ${name}, ${timeZone}, ${newId(now)}, ${editWindow}, ${floodInterval}, ${isDefault}, ${kudos}::jsonb)
      on conflict (id) do update set name = excluded.name, time_zone = excluded.time_zone, edit_window = excluded.edit_window,
        flood_interval = excluded.flood_interval, is_default = excluded.is_default, kudos = excluded.kudos`.execute(trx);
    const spaces: string[] = [];
    for (const space of settings.spaces) spaces.push(await saveSpace(trx, id, space, now));
    await sql`update organisation set default_space = ${spaces[0]} where id = ${id}`.execute(trx);
    await saveIssuers(trx, id, settings.issuers ?? [], now);
    for (const origin of settings.origins ?? []) {
      await sql`insert into origin (organisation, origin) values (${id}, ${origin}) on conflict do nothing`.execute(trx);
    }
    return id;
  });
}

async function saveSpace(trx: Trx, organisation: string, settings: SpaceSettings, now: number): Promise<string> {
  const {slug, name, readers = 'everybody', posters = 'signed-in', reactions = ['thanks', 'insightful', 'me-too', 'celebrate']} = settings;
  const {moderation = 'after', newcomerPosts = 3} = settings;
  const {rows: [row]} = await sql<{id: string; made: boolean}>`
    insert into space (organisation, id, slug, name, readers, posters, reactions, moderation, newcomer_posts)
    values (${organisation}, ${newId(now)}, ${slug}, ${name}, ${readers}, ${posters}, ${JSON.stringify(reactions)}::jsonb, ${moderation},
      ${newcomerPosts})
    on conflict (organisation, slug) do update set name = excluded.name, readers = excluded.readers, posters = excluded.posters,
      reactions = excluded.reactions, moderation = excluded.moderation, newcomer_posts = excluded.newcomer_posts
    returning id, xmax = 0 as made`.execute(trx);
  const {requestDays = 14, rule = null} = settings.mentoring ?? {};
  await sql`
    update space set mentor_request_days = ${requestDays}, mentor_rule = ${rule && JSON.stringify(rule)}::jsonb
    where organisation = ${organisation} and id = ${row!.id}`.execute(trx);
  await sql`
    update space set imported_points = ${settings.importedPoints ?? false} where organisation = ${organisation} and id = ${row!.id}`.execute(trx);
  await saveRules(trx, organisation, row!.id, settings.points, row!.made, now);
  return row!.id;
}

/** The issuers are those that are named and no others: a key that was taken out is no longer believed. */
async function saveIssuers(trx: Trx, organisation: string, issuers: readonly Issuer[], now: number): Promise<void> {
  await sql`
    delete from issuer where organisation = ${organisation} and iss <> all (${issuers.map(({iss}) => iss)}::text[])`.execute(trx);
  for (const {iss, alg, keys, allowsRoles = false} of issuers) {
    await sql`
      insert into issuer (organisation, id, iss, alg, keys, allows_roles)
      values (${organisation}, ${newId(now)}, ${iss}, ${alg}, ${JSON.stringify(keys)}::jsonb, ${allowsRoles})
      on conflict (organisation, iss) do update set alg = excluded.alg, keys = excluded.keys, allows_roles = excluded.allows_roles`.execute(trx);
  }
}

/** Gives a person a role: in a space, or without one in the whole organisation. */
export async function grantRole(
  {db}: Store, organisation: string, person: string, role: Role, space: string | null = null, now = Date.now(),
): Promise<void> {
  await sql`
    insert into role (organisation, id, person, space, role) values (${organisation}, ${newId(now)}, ${person}, ${space}, ${role})
    on conflict do nothing`.execute(db);
}

/** Takes a role back. */
export async function revokeRole({db}: Store, organisation: string, person: string, role: Role, space: string | null = null): Promise<void> {
  await sql`
    delete from role where organisation = ${organisation} and person = ${person} and role = ${role}
      and space is not distinct from ${space}::uuid`.execute(db);
}
