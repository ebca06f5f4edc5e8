import type {Input, Space} from '@social-learning/protocol';
import {sql} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {readGuidelinesRow} from '../guidelines/rows.ts';
import type {Deed} from '../intents/carry-out.ts';
import type {Services} from '../services.ts';
import {demand, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {caseLine, holdCase, openCase, recordRuling, type CaseState, type Matter} from './record.ts';
import {readCases, readReport} from './rows.ts';
import {targetKinds} from './targets/targets.ts';

/** Reports something to the moderators of its space. */
export async function createReport(
  services: Services, caller: Caller, {space, target, rule, note}: Input<'reports.create'>, trx: Trx, key: string,
): Promise<Deed<'reports.create'>> {
  const organisation = caller.organisation.id;
  const held = await targetKinds[target.type].hold(services, trx, caller, target.id, space);
  demand('report.create', caller, held.space, factsOf(caller, held.space, held.about));
  if (held.actions.length === 1) throw new Refusal('gone', 'Nothing is left of this.');
  const guidelines = await citedFrom(trx, organisation, held.space.id, rule);
  const {person: {id: reporter}} = signedIn(caller);
  const matter: Matter = {organisation, space: held.space.id, target, about: held.about};
  const opened = await openCase(trx, matter, false, services.now());
  const {rows} = await sql`
    insert into report (organisation, id, case_id, space, target_type, target, reporter, rule, guidelines, note, created_at)
    values (${organisation}, ${key}, ${opened}, ${held.space.id}, ${target.type}, ${target.id}, ${reporter}, ${rule ?? null}, ${guidelines},
      ${note.trim()}, ${new Date(services.now())})
    on conflict (organisation, case_id, reporter) where state = 'open' do nothing returning 1`.execute(trx);
  if (rows.length === 0) throw new Refusal('reported-already', 'You have reported this, and the moderators are looking at it.');
  return {
    answer: {report: await readReport(trx, organisation, key)},
    activities: [caseLine(services, matter, opened, 'reported', reporter)],
    post: null,
  };
}

/** Decides about a thing. Whoever comes second is told who was first. */
export async function decideCase(
  services: Services, caller: Caller, input: Input<'cases.decide'>, trx: Trx,
): Promise<Deed<'cases.decide'>> {
  const {space, target, revision, action, rule} = input;
  const reason = input.reason?.trim() || null;
  const organisation = caller.organisation.id;
  const held = await targetKinds[target.type].hold(services, trx, caller, target.id, space);
  demand('case.decide', caller, held.space, factsOf(caller, held.space, held.about, ...(held.concerned ?? [])));
  const matter: Matter = {organisation, space: held.space.id, target, about: held.about};
  const found = await holdCase(trx, matter, services.now());
  if (found.revision !== revision) throw await decidedAlready(trx, organisation, found);
  if (!held.actions.includes(action)) throw new Refusal('invalid', 'This cannot be decided about it as it is now.', {field: '/action'});
  if (reason === null && ['hide', 'remove', 'warn'].includes(action)) {
    throw new Refusal('invalid', 'Say why: the person whose it is will read it.', {field: '/reason'});
  }
  const guidelines = await citedFrom(trx, organisation, held.space.id, rule);
  const {person: {id: actor}} = signedIn(caller);
  const activities = [...(await held.carryOut(action))];
  const at = services.now();
  await recordRuling(trx, matter, found, {actor, action, reason, rule: rule ?? null, guidelines}, at);
  activities.push(caseLine(services, matter, found.id, 'moderated', actor, at));
  const cases = await readCases(trx, organisation, [found.id]);
  return {answer: {case: cases.get(found.id)!}, activities, post: target.type === 'post' && action !== 'remove' ? target.id : null};
}

/** @param people Those whose it is, or whom it concerns: to nobody else it is of others. */
function factsOf(caller: Caller, space: Space, ...people: readonly (string | null)[]) {
  const facts = spaceFacts(caller, space);
  return caller.standing && people.includes(caller.standing.person.id) ? facts : facts.add('others');
}

/** The version of the guidelines that a rule is of. Throws where it is not one of those in force. */
async function citedFrom(trx: Trx, organisation: string, space: string, rule: string | undefined): Promise<number | null> {
  if (rule === undefined) return null;
  const guidelines = await readGuidelinesRow(trx, organisation, space);
  if (guidelines?.rules.some(({id}) => id === rule)) return guidelines.version;
  throw new Refusal('invalid', 'There is no such rule in the guidelines of this space.', {field: '/rule'});
}

async function decidedAlready(trx: Trx, organisation: string, {id, revision}: CaseState): Promise<Refusal> {
  const {rows: [row]} = await sql<{name: string | null}>`
    select p.name from audit a left join person p on p.organisation = a.organisation and p.id = a.actor
    where a.organisation = ${organisation} and a.case_id = ${id} order by a.seq desc limit 1`.execute(trx);
  const decidedBy = row?.name ?? 'Somebody';
  return new Refusal('decided-already', `${decidedBy} has decided about this in the meantime.`, {revision, decidedBy});
}
