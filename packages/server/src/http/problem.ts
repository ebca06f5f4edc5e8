import type {Problem, ProblemCode} from '@social-learning/protocol';
import {isAway} from '../store/failure.ts';
import {Refusal} from './refusal.ts';

const titles: Record<ProblemCode, string> = {
  'malformed': 'The request cannot be read',
  'idempotency-key-missing': 'The idempotency key is missing',
  'cursor-invalid': 'The cursor is not valid',
  'unauthenticated': 'Not signed in',
  'token-invalid': 'The token is not valid',
  'token-expired': 'The token has expired',
  'token-clock-skew': 'The clocks disagree',
  'forbidden': 'Not allowed',
  'locked': 'The conversation is locked',
  'guidelines-not-accepted': 'The guidelines come first',
  'edit-window-closed': 'Too late to edit',
  'kudos-to-oneself': 'No kudos to oneself',
  'not-found': 'Not found',
  'method-not-allowed': 'Method not allowed',
  'in-flight': 'Still under way',
  'revision-conflict': 'Edited in between',
  'mentor-unavailable': 'No place left',
  'mentorship-exists': 'Asked before',
  'mentorship-requests': 'Too many open requests',
  'mentorship-closed': 'No longer open',
  'kudos-allowance-spent': 'The allowance of kudos is spent',
  'kudos-pair-limit': 'Too many kudos to the same person',
  'withdrawal-closed': 'Too late to withdraw',
  'checklist-closed': 'Not open',
  'reported-already': 'Reported already',
  'decided-already': 'Decided already',
  'upload-conflict': 'The upload is elsewhere',
  'gone': 'Removed',
  'upload-expired': 'The upload has expired',
  'tus-version': 'The version of tus is not spoken',
  'too-large': 'Too large',
  'quota-spent': 'No room left',
  'unsupported-media-type': 'Unsupported media type',
  'range-not-satisfiable': 'There are no such bytes',
  'invalid': 'A field is not valid',
  'idempotency-key-reused': 'The idempotency key was used before',
  'too-deep': 'Too deep',
  'rate-limited': 'Too many requests',
  'checksum-mismatch': 'The checksum does not match',
  'internal': 'Something went wrong',
  'unavailable': 'Not available right now',
};

/** What was thrown, as the refusal that the caller hears. What was not meant for the caller is not told. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isAway(error)) return new Refusal('unavailable', 'The server cannot reach its database. Try again in a moment.', {retryAfter: 2});
  return new Refusal('internal', 'Something went wrong on our side. Try again later.');
}

/** The problem details (RFC 9457) of a refusal. */
export function toProblem(refusal: Refusal, requestId: string): Problem {
  const {headers: _, overreach: __, ...facts} = refusal.facts;
  const {code, status, message: detail} = refusal;
  return {type: `urn:social-learning:problem:${code}`, title: titles[code], status, code, detail, ...facts, requestId};
}
