import {problemStatus, type Action, type Problem, type ProblemCode} from '@social-learning/protocol';

/** What a refusal may say beyond its code and its words. */
export type RefusalFacts = Pick<Problem, 'field' | 'limit' | 'revision' | 'version' | 'decidedBy' | 'retryAfter' | 'serverTime'> & {
  /** What somebody tried who has no right to it, and where; for our own log. */
  readonly overreach?: {readonly action: Action; readonly space: string};
  readonly headers?: Readonly<Record<string, string>>;
};

/** Thrown to refuse a request. Everything else that is thrown counts as `internal`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly facts: RefusalFacts;

  /** @param detail What happened and how to mend it, in words fit for a person. */
  constructor(code: ProblemCode, detail: string, facts: RefusalFacts = {}) {
    super(detail);
    this.code = code;
    this.facts = facts;
  }

  get status(): number {
    return problemStatus[this.code];
  }
}

/** One answer for what is not there, what is another organisation's, and what one may not read: it tells nothing. */
export const notFound = () => new Refusal('not-found', 'There is nothing here, or it is not open to you.');
