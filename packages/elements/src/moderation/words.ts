import {msg, str} from '@lit/localize';
import type {AuditEntry, Case, DecisionAction, Target} from '@social-learning/sdk/moderation';

/** What a button says that decides. */
export function actionWord(action: DecisionAction): string {
  return {
    approve: msg('Approve'), hide: msg('Hide'), restore: msg('Show again'), remove: msg('Remove'), dismiss: msg('Leave it as it is'),
    warn: msg('Warn'),
  }[action];
}

/** The same with what it is done to, for those who do not see where it stands. */
export function actionWords(action: DecisionAction, {about, target}: Case): string {
  const name = about?.name ?? msg('Somebody who left');
  if (target.type === 'kudos') return msg(str`${actionWord(action)}: the kudos of ${name}`);
  return target.type === 'person' ? msg(str`${actionWord(action)}: ${name}`) : msg(str`${actionWord(action)}: the post of ${name}`);
}

/** A thing by whose it is; a person by their name. */
export function nameOfThing(type: Target['type'], name: string): string {
  return type === 'post' ? msg(str`A post of ${name}`) : type === 'kudos' ? msg(str`Kudos of ${name}`)
    : type === 'content' ? msg(str`Shared by ${name}`) : name;
}

/** What was decided, and by whom. */
export function outcomeWords(action: DecisionAction, by: string): string {
  return {
    approve: msg(str`${by} approved this.`), hide: msg(str`${by} hid this.`), restore: msg(str`${by} showed this again.`),
    remove: msg(str`${by} removed this.`), dismiss: msg(str`${by} left this as it is.`), warn: msg(str`${by} sent a warning.`),
  }[action];
}

/** One line of the audit log. */
export function auditWords({act, actor, attempt, about, target}: AuditEntry): string {
  const who = actor?.name ?? msg('Somebody who left');
  if (act === 'refused') return msg(str`${who} tried what only moderators may do (${attempt ?? ''}), and was refused.`);
  if (act === 'publish') return msg(str`${who} published the guidelines.`);
  const name = about?.name ?? msg('Somebody who left');
  return `${target ? nameOfThing(target.type, name) : name}: ${outcomeWords(act, who)}`;
}
