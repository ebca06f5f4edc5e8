import type {FailureCode, SocialLearningError} from './errors.ts';

const passing: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'aborted', 'in-flight', 'internal', 'invalid-response', 'network', 'person-changed', 'rate-limited', 'timeout', 'token-clock-skew',
  'token-expired', 'token-invalid', 'unauthenticated', 'unavailable',
]);

/** Whether the same request may succeed later without anything being changed about it. */
export function mayPass(error: SocialLearningError): boolean {
  return passing.has(error.code);
}
