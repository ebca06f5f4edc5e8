import {sql} from 'kysely';
import type {Space} from '@social-learning/protocol';
import {ExpiringCache} from '../internal/expiring-cache.ts';
import {defaultKudosSettings} from '../kudos/settings.ts';
import type {Store} from '../store/store.ts';
import type {Admission, Organisation} from './organisation.ts';

/** Milliseconds for which settings are taken as read. */
const lifetime = 2_000;

/** Who is served here: organisations by id, by the origins that they registered, and the default one. */
export interface Directory {
  byId(id: string): Promise<Organisation | undefined>;
  /** The organisation that registered an origin. */
  byOrigin(origin: string): Promise<string | undefined>;
  /** The organisation of pages without a registered origin, if there is one. */
  defaultId(): Promise<string | undefined>;
  /** Forgets what it has read. */
  forget(): void;
}

export function createDirectory({db}: Store, now: () => number): Directory {
  const organisations = new ExpiringCache<Organisation | undefined>(lifetime, now, async id => {
    const {rows: [row]} = await sql<Omit<Organisation, 'spaces' | 'admissions'> & {spaces: (Space & {admission: Admission})[] | null}>`
      select o.id, o.slug, o.name, o.time_zone as "timeZone", o.default_space as "defaultSpace", o.edit_window as "editWindow",
        o.flood_interval as "floodInterval", o.kudos,
        (select json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'readers', s.readers, 'posters', s.posters,
          'reactions', s.reactions, 'moderation', s.moderation, 'admission', json_build_object('newcomerPosts', s.newcomer_posts,
            'guided', coalesce((select g.required from guidelines g where g.organisation = s.organisation and g.space = s.id
              order by g.version desc limit 1), false))) order by s.name, s.id)
         from space s where s.organisation = o.id) as spaces
      from organisation o where o.id = ${id}`.execute(db);
    const found = row?.spaces ?? [];
    return row && {
      ...row,
      kudos: {...defaultKudosSettings, ...row.kudos},
      spaces: found.map(({admission: _, ...space}) => space),
      admissions: new Map(found.map(({id: space, admission}) => [space, admission])),
    };
  });
  const origins = new ExpiringCache<string | undefined>(lifetime, now, async origin => {
    const {rows: [row]} = await sql<{organisation: string}>`select organisation from origin where origin = ${origin}`.execute(db);
    return row?.organisation;
  });
  const fallback = new ExpiringCache<string | undefined>(lifetime, now, async () => {
    const {rows} = await sql<{id: string; chosen: boolean}>`
      select id, is_default as chosen from organisation order by is_default desc limit 2`.execute(db);
    return rows[0]?.chosen || rows.length === 1 ? rows[0]?.id : undefined;
  });
  return {
    byId: id => organisations.get(id),
    byOrigin: origin => origins.get(origin),
    defaultId: () => fallback.get(''),
    forget() {
      organisations.clear();
      origins.clear();
      fallback.clear();
    },
  };
}
