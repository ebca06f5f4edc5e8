import type {Case, Guidelines, KudosRing} from '@social-learning/protocol';
import {isObject, isPerson, isPost, isThread} from './guard.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);

/** Whether guidelines have the shapes that views rely on. */
export function isSoundGuidelines(value: unknown): value is Guidelines {
  return isObject(value) && Number.isFinite(value['version']) && Array.isArray(value['rules']) && value['rules'].every(rule =>
    isObject(rule) && isText(rule['id']) && isText(rule['sentence']) && isTextOrNull(rule['do']) && isTextOrNull(rule['dont']));
}

/** Whether a pair has the shapes that views rely on. */
export function isSoundRing(value: unknown): value is KudosRing {
  return isObject(value) && isText(value['latest']) && Array.isArray(value['people']) &&
    value['people'].every(each => isObject(each) && isPerson(each['person']) && Number.isFinite(each['given']));
}

/** What a card shows of kudos: less than their own views do, and checked without their guard, which reporting a post need not load. */
function isShownKudos(value: unknown): boolean {
  return isObject(value) && isText(value['state']) && isText(value['at']) && isTextOrNull(value['message']) &&
    Array.isArray(value['to']) && value['to'].every(isPerson);
}

/** Whether a case has the shapes that views rely on. */
export function isSoundCase(value: unknown): value is Case {
  if (!isObject(value) || !isText(value['id']) || !Number.isFinite(value['version']) || !Number.isFinite(value['revision'])) return false;
  const {target, about, reports, content, decision} = value;
  if (!isObject(target) || !isText(target['id']) || !isText(target['type'])) return false;
  if (about !== null && !isPerson(about)) return false;
  if (!Array.isArray(reports) || !reports.every(report => isObject(report) && isText(report['note']) && (report['by'] === null || isPerson(report['by'])))) return false;
  if (decision !== null && !(isObject(decision) && isText(decision['action']) && isTextOrNull(decision['reason']))) return false;
  if (!isObject(content)) return false;
  const {post, parent, thread, person, kudos} = content;
  return (
    (post === undefined || isPost(post)) && (parent === undefined || isPost(parent)) &&
    (thread === undefined || isThread(thread)) && (person === undefined || isPerson(person)) && (kudos === undefined || isShownKudos(kudos))
  );
}
