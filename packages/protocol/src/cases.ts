import type * as v from 'valibot';
import type {
  auditEntrySchema, caseOutput, caseSchema, decideCaseInput, decisionSchema, listAuditInput, listAuditOutput, listCasesInput,
  listCasesOutput, listNoticesInput, listNoticesOutput, noticeSchema,
} from './cases.schemas.ts';
import {route, type Endpoint} from './endpoint.ts';

/**
 * Something that moderators look at: a post that waits for them, or what was reported, with all its reports. A thing has
 * one case in a space, which opens again when it is reported again. `revision` counts the decisions.
 */
export type Case = v.InferOutput<typeof caseSchema>;

/** What was decided last, and why. `by` is told to moderators only. */
export type Decision = v.InferOutput<typeof decisionSchema>;

/** A decision about what is one's own, or about oneself. */
export type Notice = v.InferOutput<typeof noticeSchema>;

/** One line of the log of what moderators did, and of what others tried in their place (`refused`, with the `attempt`). */
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>;

/** Those of a `state`, `open` where none is named; or that of one `target`, whatever its state. */
export type ListCasesInput = Omit<v.InferInput<typeof listCasesInput>, 'limit'> & {readonly limit?: number};
export type ListCasesOutput = v.InferOutput<typeof listCasesOutput>;
/** A decision about a thing, based on the `revision` of its case; 0 where it has none. */
export type DecideCaseInput = v.InferInput<typeof decideCaseInput>;
export type CaseOutput = v.InferOutput<typeof caseOutput>;
export type ListNoticesInput = Omit<v.InferInput<typeof listNoticesInput>, 'limit'> & {readonly limit?: number};
export type ListNoticesOutput = v.InferOutput<typeof listNoticesOutput>;
export type ListAuditInput = Omit<v.InferInput<typeof listAuditInput>, 'limit'> & {readonly limit?: number};
export type ListAuditOutput = v.InferOutput<typeof listAuditOutput>;

export const listCases = {
  ...route('cases.list'),
  summary: 'What waits for the moderators of a space, the oldest first; or what was decided, the latest first.',
  permission: 'case.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const decideCase = {
  ...route('cases.decide'),
  summary: 'Decides about a thing. Of two decisions on the same revision the first stands. Nobody decides about himself.',
  permission: 'case.decide',
  problems: ['not-found', 'gone', 'decided-already'],
  activities: ['moderated', 'hid', 'restored', 'removed', 'asked', 'posted', 'replied'],
} as const satisfies Endpoint;

export const listNotices = {
  ...route('notices.list'),
  summary: 'What moderators of a space decided about oneself and what is one’s own, the latest first.',
  permission: 'report.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;

export const listAudit = {
  ...route('audit.list'),
  summary: 'What moderators did in a space, and what others tried in their place, the latest first. It is only ever added to.',
  permission: 'audit.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;
