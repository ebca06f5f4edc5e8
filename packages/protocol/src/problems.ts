/**
 * Every reason that a request is refused for, with its HTTP status. Adding one is a change of the contract.
 *
 * The three of the Idempotency-Key draft (400, 409, 422) are `idempotency-key-missing`, `in-flight` and
 * `idempotency-key-reused`.
 */
export const problemStatus = {
  'malformed': 400,
  'idempotency-key-missing': 400,
  'cursor-invalid': 400,
  'unauthenticated': 401,
  'token-invalid': 401,
  'token-expired': 401,
  'token-clock-skew': 401,
  'forbidden': 403,
  'locked': 403,
  'guidelines-not-accepted': 403,
  'edit-window-closed': 403,
  'kudos-to-oneself': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'in-flight': 409,
  'revision-conflict': 409,
  'mentor-unavailable': 409,
  'mentorship-exists': 409,
  'mentorship-requests': 409,
  'mentorship-closed': 409,
  'kudos-allowance-spent': 409,
  'kudos-pair-limit': 409,
  'withdrawal-closed': 409,
  'checklist-closed': 409,
  'reported-already': 409,
  'decided-already': 409,
  'upload-conflict': 409,
  'gone': 410,
  'upload-expired': 410,
  'tus-version': 412,
  'too-large': 413,
  'quota-spent': 413,
  'unsupported-media-type': 415,
  'range-not-satisfiable': 416,
  'invalid': 422,
  'idempotency-key-reused': 422,
  'too-deep': 422,
  'rate-limited': 429,
  'checksum-mismatch': 460,
  'internal': 500,
  'unavailable': 503,
} as const;

/** Machine-readable reason of a {@link Problem}. */
export type ProblemCode = keyof typeof problemStatus;

/** Body of every answer whose status is not 2xx: problem details (RFC 9457). */
export interface Problem {
  /** A URI reference to the page that explains the code. */
  readonly type: string;
  /** The code in words; the same for every occurrence. */
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** What happened here and how to mend it, in words fit for a person. */
  readonly detail: string;
  /** JSON Pointer (RFC 6901) to the field at fault. */
  readonly field?: string;
  /** The limit that was passed, where one was. */
  readonly limit?: number;
  /** With `revision-conflict` and `decided-already`: the revision in force. */
  readonly revision?: number;
  /** With `guidelines-not-accepted`: the version in force. */
  readonly version?: number;
  /** With `decided-already`: the name of the moderator who did. */
  readonly decidedBy?: string;
  /** With `rate-limited` and `unavailable`: seconds to wait. */
  readonly retryAfter?: number;
  /** With `token-clock-skew`: the server's time, ISO 8601. */
  readonly serverTime?: string;
  /** Names the request in the server's log. */
  readonly requestId?: string;
}
