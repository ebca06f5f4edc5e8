import type {Input, Notice, Output, Report} from '@social-learning/protocol';
import type {ClientCore} from './client-core.ts';
import {perform} from './perform.ts';

export type {Notice, Report} from '@social-learning/protocol';

/** Reports something to the moderators. Settles when they have it. @param onWaiting Told when it is kept and tried again later. */
export async function report(client: ClientCore, input: Input<'reports.create'>, onWaiting?: () => void): Promise<Report> {
  const answer = await perform(client, 'reports.create', input, `reports/${input.target.type}/${input.target.id}`, onWaiting);
  return answer.report;
}

/** One's own reports in a space with what became of them, and what was decided about oneself; the latest of both first. */
export async function readOwnAffairs(client: ClientCore, space?: string): Promise<{readonly reports: Report[]; readonly notices: Notice[]}> {
  const named = {...(space !== undefined && {space})};
  const [reports, notices]: [Output<'reports.list'>, Output<'notices.list'>] = await Promise.all([
    client.call('reports.list', named),
    client.call('notices.list', named),
  ]);
  return {reports: reports.items, notices: notices.items};
}
