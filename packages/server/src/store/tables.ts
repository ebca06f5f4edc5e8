import type {Generated, Kysely} from 'kysely';

/** The tables, as far as queries are built by name. The schema itself is in the migrations. */
export interface Tables {
  server: {one: Generated<boolean>; secret: string};
  organisation: {
    id: string; slug: string; name: string; time_zone: string; default_space: string; edit_window: number | null;
    flood_interval: number; is_default: boolean;
  };
  origin: {organisation: string; origin: string};
  issuer: {organisation: string; id: string; iss: string; alg: string; keys: unknown; allows_roles: boolean};
  used_token: {organisation: string; iss: string; jti: string; expires_at: Date};
  person: {
    organisation: string; id: string; external: string | null; name: string; picture: string | null; state: string;
    joined_at: Date | null;
  };
  role: {organisation: string; id: string; person: string; space: string | null; role: string};
  space: {
    organisation: string; id: string; slug: string; name: string; readers: string; posters: string; reactions: string[];
  };
  kysely_migration: {name: string};
}

/** What statements are run on: the database, or a transaction. */
export type Database = Kysely<Tables>;
