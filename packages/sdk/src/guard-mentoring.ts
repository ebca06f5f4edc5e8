import type {MentorProfile, Mentorship} from '@social-learning/protocol';

type Plain = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);
const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isPerson = (value: unknown) => isObject(value) && isText(value['id']) && isText(value['name']);

/** Whether a profile has the shapes that views rely on. */
export function isSoundProfile(value: unknown): value is MentorProfile {
  if (!isObject(value) || !isPerson(value['person'])) return false;
  const {title, help, skills, topics, languages, timeZone, capacity, places, state} = value;
  return isTextOrNull(title) && isTextOrNull(help) && areTexts(skills) && areTexts(topics) && areTexts(languages) && isText(timeZone) &&
    Number.isFinite(capacity) && Number.isFinite(places) && isText(state);
}

/** Whether a mentorship has the shapes that views rely on. */
export function isSoundMentorship(value: unknown): value is Mentorship {
  if (!isObject(value) || !isText(value['id']) || !isText(value['state']) || !Number.isFinite(value['version'])) return false;
  const {mentor, mentee, goal, message, history, firstPost} = value;
  if (![mentor, mentee].every(person => person === null || isPerson(person)) || !isTextOrNull(goal) || !isTextOrNull(message)) return false;
  if (firstPost !== null && !(isObject(firstPost) && isObject(firstPost['subject']) && isText(firstPost['subject']['key']))) return false;
  return Array.isArray(history) && history.every(event =>
    isObject(event) && isText(event['state']) && isText(event['at']) && isTextOrNull(event['note']) && (event['by'] === null || isPerson(event['by'])));
}
