import type {Input, Output} from '@social-learning/protocol';
import {sql} from 'kysely';
import {guidelinesTopic} from '../feed/reserved.ts';
import {notFound} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';
import {currentPosition, signPosition} from '../log/position.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import {readGuidelinesRow, toGuidelines} from './rows.ts';

/** The guidelines of a space, and which version the caller has accepted. */
export async function readGuidelines(
  {store: {db}, topics, cursors, epoch}: Services, caller: Caller, {space: slug, version}: Input<'guidelines.read'>,
): Promise<Output<'guidelines.read'>> {
  const space = readableSpace(caller, slug);
  demand('guidelines.read', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  const cursor = signPosition(cursors, epoch, organisation, await currentPosition(db, epoch));
  const row = await readGuidelinesRow(db, organisation, space.id, version);
  if (!row && version !== undefined) throw notFound();
  const {rows: [agreed]} = caller.standing
    ? await sql<{version: number | null}>`
        select max(version) as version from agreement
        where organisation = ${organisation} and space = ${space.id} and person = ${caller.standing.person.id}`.execute(db)
    : {rows: []};
  return {
    space, guidelines: row ? toGuidelines(row) : null, accepted: agreed?.version ?? null,
    topic: guidelinesTopic(topics, organisation, space.id), cursor,
  };
}
