import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {createReportInput, listReportsInput, listReportsOutput, reportOutput, reportSchema} from './reports.schemas.ts';

/** Somebody's worry, as they see it themselves: what became of it is in `state`. `sentence` is the rule's, as it was then. */
export type Report = v.InferOutput<typeof reportSchema>;

/** `space` is where it happened; a post says that by itself. */
export type CreateReportInput = v.InferInput<typeof createReportInput>;
export type ReportOutput = v.InferOutput<typeof reportOutput>;
export type ListReportsInput = Omit<v.InferInput<typeof listReportsInput>, 'limit'> & {readonly limit?: number};
export type ListReportsOutput = v.InferOutput<typeof listReportsOutput>;

export const createReport = {
  ...route('reports.create'),
  summary: 'Reports something to the moderators of its space, with the rule that it breaks. One open report of each thing is enough.',
  permission: 'report.create',
  problems: ['not-found', 'gone', 'reported-already'],
  activities: ['reported'],
} as const satisfies Endpoint;

export const listReports = {
  ...route('reports.list'),
  summary: 'One’s own reports in a space, the latest first, with what became of them.',
  permission: 'report.read',
  problems: ['not-found', 'cursor-invalid'],
  activities: [],
} as const satisfies Endpoint;
