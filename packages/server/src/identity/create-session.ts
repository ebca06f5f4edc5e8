import type {Input, Output} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound, Refusal} from '../http/refusal.ts';
import {newId} from '../internal/new-id.ts';
import {appendActivities} from '../log/append.ts';
import type {Services} from '../services.ts';
import {inTransaction, type Trx} from '../store/transaction.ts';
import {isRole} from './caller.ts';
import {readHostToken, type HostClaims, type RegisteredIssuer} from './host-token.ts';
import {readKeys, type Issuer} from './issuers.ts';
import {describeCaller} from './me.ts';

/** Exchanges a host token for an access token. The first exchange makes the person. */
export async function createSession(services: Services, {token}: Input<'session.create'>): Promise<Output<'session.create'>> {
  const {store, now, publicUrl, accessTokens, standings, directory} = services;
  const claims = await readHostToken(token, (iss, organisation) => findIssuer(services, iss, organisation), publicUrl, now());
  const {organisation} = claims.issuer;

  const {person, renamed} = await inTransaction(store, async trx => {
    await useToken(trx, organisation, claims, now());
    const found = await enter(services, trx, organisation, claims);
    if (claims.issuer.allowsRoles) await assignRoles(trx, organisation, found.person, claims.roles, now());
    return found;
  });
  standings.forget(organisation, person);
  if (renamed) services.pages.dropOrganisation(organisation);

  const home = await directory.byId(organisation);
  const standing = await standings.of(organisation, person);
  if (!home || !standing) throw notFound();
  if (standing.state !== 'active') throw new Refusal('forbidden', 'This account is suspended.');
  const access = await accessTokens.issue(organisation, person);
  return {
    accessToken: access.token,
    expiresAt: new Date(access.expires).toISOString(),
    me: describeCaller({organisation: home, standing}, now()),
  };
}

async function findIssuer({store: {db}}: Services, iss: string, organisation: string): Promise<RegisteredIssuer | undefined> {
  const {rows: [row]} = await sql<Issuer & {organisation: string; allowsRoles: boolean}>`
    select i.organisation, i.iss, i.alg, i.keys, i.allows_roles as "allowsRoles"
    from issuer i join organisation o on o.id = i.organisation
    where i.iss = ${iss} and (o.slug = ${organisation} or o.id::text = ${organisation})`.execute(db);
  if (!row) return undefined;
  return {organisation: row.organisation, alg: row.alg, allowsRoles: row.allowsRoles, keys: await readKeys(row)};
}

/** A token is good for one exchange. */
async function useToken(trx: Trx, organisation: string, {iss, jti, exp}: HostClaims, now: number): Promise<void> {
  const {rows} = await sql`
    insert into used_token (organisation, iss, jti, expires_at) values (${organisation}, ${iss}, ${jti}, ${new Date(exp * 1_000)})
    on conflict do nothing returning 1`.execute(trx);
  if (rows.length === 0) throw new Refusal('token-invalid', 'The host token was used before. Ask the page for a new one.');
  await sql`delete from used_token where organisation = ${organisation} and expires_at < ${new Date(now - 3_600_000)}`.execute(trx);
}

async function enter(
  {epoch, now}: Services, trx: Trx, organisation: string, {sub, name, picture, team}: HostClaims,
): Promise<{person: string; renamed: boolean}> {
  const {rows: [known]} = await sql<{id: string; name: string; picture: string | null; team: string | null}>`
    select id, name, picture, team from person where organisation = ${organisation} and external = ${sub}`.execute(trx);
  if (known && known.name === name && known.picture === picture && (team === null || known.team === team)) return {person: known.id, renamed: false};

  const at = new Date(now());
  const {rows: [row]} = await sql<{id: string; made: boolean}>`
    insert into person (organisation, id, external, name, picture, team, joined_at)
    values (${organisation}, ${newId(now())}, ${sub}, ${name}, ${picture}, ${team}, ${at})
    on conflict (organisation, external) do update set name = excluded.name, picture = excluded.picture,
      team = coalesce(excluded.team, person.team)
    returning id, xmax = 0 as made`.execute(trx);
  if (row!.made) await appendActivities(trx, epoch, [{organisation, verb: 'joined', actor: row!.id, at: at.toISOString()}]);
  return {person: row!.id, renamed: !row!.made};
}

async function assignRoles(trx: Trx, organisation: string, person: string, claimed: readonly string[], now: number): Promise<void> {
  const roles = [...new Set(claimed)].filter(isRole).filter(role => role !== 'guest' && role !== 'learner');
  await sql`
    delete from role where organisation = ${organisation} and person = ${person} and space is null
      and role <> all (${roles}::text[])`.execute(trx);
  for (const role of roles) {
    await sql`
      insert into role (organisation, id, person, role) values (${organisation}, ${newId(now)}, ${person}, ${role})
      on conflict do nothing`.execute(trx);
  }
}
