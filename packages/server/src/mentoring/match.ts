import type {MentorProfile, MentorReason, Output} from '@social-learning/protocol';

/** What is looked for, as the schema reads it. */
export interface MentorQuery {
  readonly space?: string | undefined;
  readonly text?: string | undefined;
  readonly skills?: readonly string[] | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly speaks?: readonly string[] | undefined;
  readonly timeZone?: string | undefined;
  readonly available?: 'true' | 'false' | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** A mentor who was found, and why. */
export interface Match {
  readonly profile: MentorProfile;
  readonly reasons: readonly MentorReason[];
}

/** Hours of difference between two clocks at which working days still overlap well. */
const nearHours = 3;
/** Seconds in which an answer counts as quick. */
const quickly = 86_400;

/**
 * Who offers all that is asked for, the best fitting first: those with a place, then those with the most reasons, then those
 * with the fewest mentees, so that the early and the popular are not emptied first.
 */
export function findMentors(profiles: readonly MentorProfile[], query: MentorQuery, now: number): Match[] {
  return profiles
    .filter(profile => offers(profile, query))
    .map(profile => ({profile, reasons: reasonsFor(profile, query, now)}))
    .sort((a, b) =>
      rank(a.profile) - rank(b.profile) || b.reasons.length - a.reasons.length || taken(a.profile) - taken(b.profile) ||
      (fold(a.profile.person.name) < fold(b.profile.person.name) ? -1 : 1));
}

/** How often each skill, topic and language is offered. */
export function facetsOf(profiles: readonly MentorProfile[]): Output<'mentors.list'>['facets'] {
  const count = (words: (profile: MentorProfile) => readonly string[]) => {
    const counts = new Map<string, {value: string; count: number}>();
    for (const word of profiles.flatMap(words)) {
      const {value, count: before} = counts.get(fold(word)) ?? {value: word, count: 0};
      counts.set(fold(word), {value, count: before + 1});
    }
    return [...counts.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {skills: count(({skills}) => skills), topics: count(({topics}) => topics), languages: count(({languages}) => languages)};
}

function offers(profile: MentorProfile, {text, skills, topics, languages, available}: MentorQuery): boolean {
  if (available === 'true' && profile.state !== 'open') return false;
  const words = fold(text ?? '').split(/\s+/).filter(Boolean);
  const said = fold([profile.person.name, profile.title, profile.help, ...profile.skills, ...profile.topics].join(' '));
  return words.every(word => said.includes(word)) && some(skills, profile.skills) && some(topics, profile.topics) && some(languages, profile.languages);
}

/** Whether one of those that are asked for is offered; where none is asked for, it is. */
function some(asked: readonly string[] | undefined, offered: readonly string[]): boolean {
  return !asked || asked.length === 0 || shared(asked, offered).length > 0;
}

function reasonsFor(profile: MentorProfile, {text, skills, topics, languages, speaks, timeZone}: MentorQuery, now: number): MentorReason[] {
  const spoken = [...new Set([...shared(languages, profile.languages), ...shared(speaks, profile.languages)])];
  return [
    ...shared(skills, profile.skills).map(value => ({kind: 'skill' as const, value})),
    ...shared(topics, profile.topics).map(value => ({kind: 'topic' as const, value})),
    ...spoken.map(value => ({kind: 'language' as const, value})),
    ...(text?.trim() ? [{kind: 'words' as const, value: text.trim()}] : []),
    ...(profile.state === 'open' ? [{kind: 'places' as const, value: String(profile.places)}] : []),
    ...(timeZone !== undefined && Math.abs(hoursFrom(timeZone, profile.timeZone, now)) <= nearHours ? [{kind: 'time' as const, value: profile.timeZone}] : []),
    ...(profile.answersWithin !== null && profile.answersWithin <= quickly ? [{kind: 'answers' as const, value: String(profile.answersWithin)}] : []),
  ];
}

/** Those of the second list that are in the first. */
export function shared(asked: readonly string[] | undefined, offered: readonly string[]): string[] {
  const wanted = new Set(asked?.map(fold));
  return offered.filter(word => wanted.has(fold(word)));
}

const rank = ({state}: MentorProfile) => ({open: 0, full: 1, paused: 2})[state];
const taken = ({capacity, places}: MentorProfile) => capacity - places;
const fold = (text: string) => text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase();

/** How many hours one clock is behind another. */
function hoursFrom(one: string, other: string, now: number): number {
  return (offset(one, now) - offset(other, now)) / 3_600_000;
}

/** Milliseconds by which the clock of a zone is ahead of UTC. */
function offset(timeZone: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(now);
  const part = (type: string) => Number(parts.find(candidate => candidate.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(now / 1_000) * 1_000;
}
