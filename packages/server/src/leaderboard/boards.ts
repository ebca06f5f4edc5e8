import type {Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';
import {Board, type BoardPlace} from './board.ts';

/** Boards in memory at most. */
const most = 200;
/** Milliseconds after which one that nobody asks for is let go; shorter than changes are kept. */
const idle = 20 * 60_000;

/** Keeps boards in memory while they are looked at. One for each process. */
export class Boards {
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;
  readonly #boards = new Map<string, {board: Board; asked: number}>();

  constructor(db: Kysely<Tables>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** A board as it is now. */
  async of(place: BoardPlace): Promise<Board> {
    const {organisation, space, period} = place;
    const name = `${organisation} ${space.id} ${space.readers} ${period.kind} ${period.starts}`;
    const asked = this.#now();
    const kept = this.#boards.get(name);
    const board = kept && asked - kept.asked < idle ? kept.board : new Board(place);
    // The one that was asked for last stands last.
    this.#boards.delete(name);
    this.#boards.set(name, {board, asked});
    for (const [old, {asked: then}] of this.#boards) {
      if (this.#boards.size <= most && asked - then < idle) break;
      this.#boards.delete(old);
    }
    try {
      await board.refresh(this.#db);
    } catch (error) {
      this.#boards.delete(name);
      throw error;
    }
    return board;
  }
}
