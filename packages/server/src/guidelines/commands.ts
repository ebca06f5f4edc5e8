import type {Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {guidelinesTopic} from '../feed/reserved.ts';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import type {Activity} from '../log/append.ts';
import {appendAudit} from '../moderation/record.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {insertGuidelines, readGuidelinesRow, toGuidelines} from './rows.ts';

/** Puts a new version of a space's guidelines in force. */
export async function publishGuidelines(
  services: Services, caller: Caller, {space: slug, revision, required, rules}: Input<'guidelines.publish'>, trx: Trx,
): Promise<Deed<'guidelines.publish'>> {
  const space = readableSpace(caller, slug);
  demand('guidelines.publish', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  // Of two who publish at once one is first.
  await sql`select 1 from space where organisation = ${organisation} and id = ${space.id} for update`.execute(trx);
  const before = await readGuidelinesRow(trx, organisation, space.id);
  if ((before?.version ?? 0) !== revision) throw outdated(before?.version ?? 0);
  const version = revision + 1;
  const {person: {id: actor}} = signedIn(caller);
  await insertGuidelines(trx, {organisation, space: space.id, version, required, rules}, actor, new Date(services.now()));
  await appendAudit(trx, {organisation, space: space.id, actor, act: 'publish', guidelines: version}, services.now());
  return {
    answer: {guidelines: toGuidelines((await readGuidelinesRow(trx, organisation, space.id))!)},
    activities: [lineOn(services, organisation, space.id, 'published', actor)],
    post: null,
    after: () => services.directory.forget(),
  };
}

/** Agrees to the guidelines in force; to others one cannot. */
export async function acceptGuidelines(
  services: Services, caller: Caller, {space: slug, version}: Input<'guidelines.accept'>, trx: Trx,
): Promise<Deed<'guidelines.accept'>> {
  const space = readableSpace(caller, slug);
  demand('guidelines.accept', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  const inForce = await readGuidelinesRow(trx, organisation, space.id);
  if (!inForce) throw notFound();
  if (inForce.version !== version) throw outdated(inForce.version);
  const {person: {id: person}} = signedIn(caller);
  const {rows} = await sql`
    insert into agreement (organisation, space, person, version, at)
    values (${organisation}, ${space.id}, ${person}, ${version}, ${new Date(services.now())})
    on conflict do nothing returning 1`.execute(trx);
  return {
    answer: {space: space.id, accepted: version},
    activities: rows.length > 0 ? [{...lineOn(services, organisation, space.id, 'agreed', person), topic: undefined}] : [],
    post: null,
  };
}

function lineOn(
  {topics, now}: Services, organisation: string, space: string, verb: 'published' | 'agreed', actor: string,
): Activity & {topic: string} {
  return {
    organisation, verb, actor, space, topic: guidelinesTopic(topics, organisation, space), object: {type: 'guidelines', id: space},
    at: new Date(now()).toISOString(),
  };
}

const outdated = (revision: number) =>
  new Refusal('revision-conflict', 'The guidelines changed in the meantime. Look at them again.', {revision});
