import type {Problem, ProblemCode} from '@social-learning/protocol';

/** Why a call failed: what the backend said, or what went wrong before it could say anything. */
export type FailureCode =
  | ProblemCode
  | 'aborted'
  | 'invalid-response'
  | 'network'
  | 'person-changed'
  | 'timeout'
  | 'unsupported';

/** What else is known of a failure; fields as in {@link Problem}. */
export type FailureDetails = Partial<Pick<Problem, 'field' | 'limit' | 'revision' | 'version' | 'decidedBy' | 'retryAfter' | 'serverTime' | 'requestId'>>;

/**
 * The only error the SDK throws. `message` says what happened in words fit for a person, in the backend's language.
 *
 * Tell failures apart by `code`. Another copy of the SDK makes `instanceof` lie, so recognise one by
 * {@link isSocialLearningError}.
 */
export class SocialLearningError extends Error {
  override readonly name = 'SocialLearningError';
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(code: FailureCode, message: string, details: FailureDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

/** Whether a caught value is a {@link SocialLearningError}, whichever copy of the SDK made it. */
export function isSocialLearningError(value: unknown): value is SocialLearningError {
  return value instanceof Error && value.name === 'SocialLearningError' && 'code' in value;
}

/** Any caught value as a {@link SocialLearningError}; what nobody knows is a bad answer of a backend. */
export function toSocialLearningError(cause: unknown): SocialLearningError {
  if (isSocialLearningError(cause)) return cause;
  // `fetch` says `TypeError` and nothing else where nothing was reached.
  if (cause instanceof Error && (cause instanceof TypeError || cause.name === 'NetworkError')) {
    return new SocialLearningError('network', 'The backend could not be reached.', {}, {cause});
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  return new SocialLearningError('invalid-response', message, {}, {cause});
}

/** The error that a problem document stands for, or `undefined` if the value is none. A newer backend may have reasons that we do not know. */
export function fromProblem(value: unknown): SocialLearningError | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const {code, status, detail, title, ...details} = value as Partial<Problem>;
  if (typeof code !== 'string' || typeof status !== 'number' || !/^[a-z]+(-[a-z]+)*$/.test(code)) return undefined;
  return new SocialLearningError(code, detail ?? title ?? code, details);
}
