import {permissions, type Action, type Grant} from '@social-learning/protocol';
import {sql} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';
import type {Services} from '../services.ts';
import {inTransaction} from '../store/transaction.ts';
import {appendAudit} from './record.ts';

/** Seconds in which the same attempt of the same person is written down once. */
const window = 60;

/** What only those may do who look after others. */
const guarded = (action: Action) =>
  (permissions[action] as readonly Grant[]).every(({role}) => ['moderator', 'curator', 'admin'].includes(role));

/** Lets a request through. Where somebody tried what only moderators and their like may do, the audit log says so. */
export async function recordOverreach<Result>(services: Services, caller: Caller, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const overreach = error instanceof Refusal ? error.facts.overreach : undefined;
    // Writing it down must not stand in the way of the refusal.
    if (overreach && caller.standing && guarded(overreach.action)) await write(services, caller, overreach).catch(() => undefined);
    throw error;
  }
}

async function write(services: Services, {organisation: {id: organisation}, standing}: Caller, {action, space}: {action: Action; space: string}): Promise<void> {
  const actor = standing!.person.id;
  await inTransaction(services.store, async trx => {
    const {rows} = await sql`
      select 1 from audit
      where organisation = ${organisation} and space = ${space} and actor = ${actor} and act = 'refused' and attempt = ${action}
        and at > ${new Date(services.now() - window * 1_000)}
      limit 1`.execute(trx);
    if (rows.length === 0) await appendAudit(trx, {organisation, space, actor, act: 'refused', attempt: action}, services.now());
  });
}
