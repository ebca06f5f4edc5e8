import type {OwnProfile, Profile, ProfileField} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

/** A profile as it lies in the database. */
export interface ProfileRow extends Omit<Profile, 'person' | 'joined' | 'kudos' | 'mentor'> {
  readonly id: string;
  readonly name: string;
  readonly picture: string | null;
  readonly joined: Date | null;
  readonly listed: boolean;
  readonly hidden: ProfileField[];
}

/** What a profile shows beside what its person says. */
export interface ProfileSurroundings {
  readonly kudos: number;
  readonly mentor: Profile['mentor'];
}

export async function readProfileRow(db: Kysely<Tables>, organisation: string, person: string): Promise<ProfileRow | undefined> {
  const {rows: [row]} = await sql<ProfileRow>`
    select id, name, picture, title, location, time_zone as "timeZone", languages, skills, joined_at as joined, listed, hidden,
      profile_version as version
    from person where organisation = ${organisation} and id = ${person} and state <> 'erased'`.execute(db);
  return row;
}

/** A profile as its person sees it, or, without what they keep to themselves, as others do. */
export function toProfile(row: ProfileRow, {kudos, mentor}: ProfileSurroundings, seen: 'by-oneself' | 'by-others'): Profile {
  const {id, name, picture, title, version} = row;
  const shows = (field: ProfileField) => seen === 'by-oneself' || !row.hidden.includes(field);
  return {
    person: {id, name, picture},
    title,
    location: shows('location') ? row.location : null,
    timeZone: shows('timeZone') ? row.timeZone : null,
    languages: shows('languages') ? row.languages : [],
    skills: shows('skills') ? row.skills : [],
    joined: shows('joined') ? (row.joined?.toISOString() ?? null) : null,
    kudos: shows('kudos') ? kudos : null,
    mentor,
    version,
  };
}

export const toOwn = ({listed, hidden}: ProfileRow): OwnProfile => ({listed, hidden});
