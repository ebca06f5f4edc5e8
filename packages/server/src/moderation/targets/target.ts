import type {Case, DecisionAction, Space} from '@social-learning/protocol';
import type {Kysely} from 'kysely';
import type {Caller} from '../../identity/caller.ts';
import type {Activity} from '../../log/append.ts';
import type {Services} from '../../services.ts';
import type {Tables} from '../../store/tables.ts';
import type {Trx} from '../../store/transaction.ts';

/** A thing that was taken hold of, to be reported or decided about. */
export interface HeldTarget {
  readonly space: Space;
  /** The person whose it is, or who it is. */
  readonly about: string | null;
  /** Others who may not decide about it: those whom it speaks to or of. Default none. */
  readonly concerned?: readonly string[];
  /** What can be decided about it as it is now. */
  readonly actions: readonly DecisionAction[];
  /** Does what was decided. Gives the lines for the log. */
  carryOut(action: DecisionAction): Promise<readonly Activity[]>;
}

/** How things of one type are reported and decided about. */
export interface TargetKind {
  /**
   * Throws `not-found` where the caller may not see the thing, and `gone` where nothing is left of it.
   *
   * @param space The slug that was given, for things that are in no space by themselves.
   */
  hold(services: Services, trx: Trx, caller: Caller, id: string, space: string | undefined): Promise<HeldTarget>;
  /** What moderators see of things, by id. */
  describe(db: Kysely<Tables>, organisation: string, ids: readonly string[]): Promise<ReadonlyMap<string, Case['content']>>;
}
