import {
  CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type DatabaseConnection, type Dialect,
  type Driver, type QueryResult,
} from 'kysely';
import type {Store} from './store.ts';
import type {Tables} from './tables.ts';

/** The part of PGlite (`@electric-sql/pglite`) that is used. */
export interface PGliteLike {
  query(sql: string, parameters?: unknown[]): Promise<{rows: unknown[]; affectedRows?: number}>;
  close(): Promise<void>;
}

/**
 * A store over PGlite, for stories and trials in a page. It does not fsync, so nothing is promised of what it keeps.
 *
 * @param pglite Stays the caller's, but is closed with the store.
 */
export function pgliteStore(pglite: PGliteLike): Store {
  const db = new Kysely<Tables>({dialect: dialectOf(pglite)});
  return {
    db,
    announce: () => undefined,
    listen: () => Promise.resolve(() => Promise.resolve()),
    close: () => db.destroy(),
  };
}

function dialectOf(pglite: PGliteLike): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PGliteDriver(pglite),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** Kysely's own driver lets queries of others into an open transaction: this one hands its one connection out in turn. */
class PGliteDriver implements Driver {
  readonly #pglite: PGliteLike;
  readonly #connection: DatabaseConnection;
  #turn: Promise<unknown> = Promise.resolve();
  #release: () => void = () => undefined;

  constructor(pglite: PGliteLike) {
    this.#pglite = pglite;
    this.#connection = {
      async executeQuery<Row>({sql, parameters}: CompiledQuery): Promise<QueryResult<Row>> {
        const {rows, affectedRows} = await pglite.query(sql, [...parameters]);
        return {rows: rows as Row[], ...(affectedRows !== undefined && {numAffectedRows: BigInt(affectedRows)})};
      },
      streamQuery: () => {
        throw new Error('PGlite does not stream.');
      },
    };
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    const {promise, resolve} = Promise.withResolvers<undefined>();
    this.#turn = promise;
    await before;
    this.#release = () => resolve(undefined);
    return this.#connection;
  }

  releaseConnection(): Promise<void> {
    this.#release();
    return Promise.resolve();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  destroy(): Promise<void> {
    return this.#pglite.close();
  }
}
