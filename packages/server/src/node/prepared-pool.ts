import type {PostgresPool, PostgresPoolClient, PostgresQueryResult} from 'kysely';
import type pg from 'pg';
import {isPlannedOnce} from '../store/planned-once.ts';

/**
 * A pool as Kysely takes it. Statements that may keep their plan are parsed and planned once for each connection: planning costs many of
 * ours more than running them. A `begin` goes out together with the statement that follows, which saves each transaction a round trip.
 *
 * @param pool Of clients that pipeline.
 */
export function preparedPool(pool: pg.Pool): PostgresPool {
  // One name for each text on all connections.
  const names = new Map<string, string>();
  const clients = new WeakMap<pg.PoolClient, PreparedClient>();
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect();
      const prepared = clients.get(client) ?? new PreparedClient(client, names);
      clients.set(client, prepared);
      return prepared;
    },
    end: () => pool.end(),
  };
}

type Result<Row> = PostgresQueryResult<Row>;

class PreparedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #names: Map<string, string>;
  /** A `begin` that was sent and whose answer nobody has waited for. */
  #beginning: Promise<unknown> | undefined;

  constructor(client: pg.PoolClient, names: Map<string, string>) {
    this.#client = client;
    this.#names = names;
  }

  query<Row>(text: string, values: readonly unknown[]): Promise<Result<Row>>;
  query(): never;
  async query<Row>(text = '', values: readonly unknown[] = []): Promise<Result<Row>> {
    if (text === 'begin') {
      this.#beginning = this.#client.query(text);
      // It is heard of with the statement that follows.
      this.#beginning.catch(() => undefined);
      return {command: 'SELECT', rowCount: 0, rows: []};
    }
    const beginning = this.#beginning;
    this.#beginning = undefined;
    const asked = this.#client.query({text, values: [...values], ...(isPlannedOnce(text) && {name: this.#nameOf(text)})});
    const [result] = await Promise.all([asked, beginning]);
    return result as unknown as Result<Row>;
  }

  #nameOf(text: string): string {
    const name = this.#names.get(text) ?? `planned-${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }

  release(destroy?: boolean): void {
    this.#beginning = undefined;
    this.#client.release(destroy);
  }
}
