import * as v from 'valibot';
import {limits} from './limits.ts';
import {cursorSchema, filledTextSchema, idSchema, instantSchema, countSchema, queryCountSchema, textSchema} from './text.schemas.ts';
import {personSchema} from './people.schemas.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {subjectSchema} from './threads.schemas.ts';

const wordSchema = v.pipe(
  filledTextSchema(limits.word),
  v.trim(),
  v.check(word => !word.includes(','), 'Must not contain a comma.'),
);
export const wordsSchema = v.pipe(v.array(wordSchema), v.maxLength(limits.words, `Must be at most ${limits.words}.`));

export const languageSchema = v.pipe(v.string(), v.maxLength(limits.languageTag), v.check(isLanguage, 'Must be a language tag (BCP 47), such as “nl”.'));
export const languagesSchema = v.pipe(v.array(languageSchema), v.maxLength(limits.words, `Must be at most ${limits.words}.`));

export const timeZoneSchema = v.pipe(v.string(), v.maxLength(limits.timeZone), v.check(isTimeZone, 'Must be a time zone (IANA), such as “Europe/Amsterdam”.'));

const offered = {
  title: v.nullable(textSchema(limits.name)),
  help: v.nullable(textSchema(limits.help)),
  skills: wordsSchema,
  topics: wordsSchema,
  languages: languagesSchema,
  timeZone: timeZoneSchema,
  capacity: v.pipe(countSchema, v.minValue(1, 'Must be at least 1.'), v.maxValue(limits.mentees, `Must be at most ${limits.mentees}.`)),
};

export const mentorProfileSchema = v.strictObject({
  person: personSchema,
  space: idSchema,
  ...offered,
  places: countSchema,
  state: v.picklist(['open', 'full', 'paused']),
  answersWithin: v.nullable(countSchema),
  version: countSchema,
});

export const mentorReasonSchema = v.strictObject({
  kind: v.picklist(['skill', 'topic', 'language', 'words', 'places', 'time', 'answers']),
  value: v.nullable(v.string()),
});

export const mentorshipStateSchema = v.picklist(['requested', 'active', 'completed', 'declined', 'cancelled', 'expired']);

export const mentorshipSchema = v.strictObject({
  id: idSchema,
  space: idSchema,
  mentor: v.nullable(personSchema),
  mentee: v.nullable(personSchema),
  goal: v.nullable(textSchema(limits.title)),
  message: v.nullable(textSchema(limits.help)),
  state: mentorshipStateSchema,
  expiresAt: v.nullable(instantSchema),
  history: v.array(v.strictObject({
    state: mentorshipStateSchema, at: instantSchema, by: v.nullable(personSchema), note: v.nullable(textSchema(limits.help)),
  })),
  firstPost: v.nullable(v.strictObject({post: idSchema, subject: subjectSchema, at: instantSchema})),
  version: countSchema,
});

/** Words with commas between, as a query holds them. */
const listSchema = v.pipe(textSchema(limits.words * (limits.word + 1)), v.transform(text => text.split(',').map(word => word.trim()).filter(Boolean)));
const facetSchema = v.array(v.strictObject({value: v.string(), count: countSchema}));

export const listMentorsInput = v.strictObject({
  space: v.optional(slugSchema),
  text: v.optional(textSchema(limits.title)),
  skills: v.optional(listSchema),
  topics: v.optional(listSchema),
  languages: v.optional(listSchema),
  speaks: v.optional(listSchema),
  timeZone: v.optional(timeZoneSchema),
  available: v.optional(v.picklist(['true', 'false'])),
  cursor: v.optional(cursorSchema),
  limit: v.optional(queryCountSchema),
});
export const listMentorsOutput = v.strictObject({
  space: spaceSchema,
  items: v.array(v.strictObject({profile: mentorProfileSchema, reasons: v.array(mentorReasonSchema)})),
  facets: v.strictObject({skills: facetSchema, topics: facetSchema, languages: facetSchema}),
  total: countSchema,
  after: v.nullable(cursorSchema),
});

export const readMentorInput = v.strictObject({space: v.optional(slugSchema), person: v.optional(filledTextSchema(limits.person))});
export const readMentorOutput = v.strictObject({
  space: spaceSchema,
  person: v.nullable(personSchema),
  profile: v.nullable(mentorProfileSchema),
  mentorship: v.nullable(mentorshipSchema),
  requestDays: countSchema,
  topic: v.string(),
  cursor: cursorSchema,
});

export const offerMentoringInput = v.strictObject({space: v.optional(slugSchema), ...offered, paused: v.boolean()});
export const offerMentoringOutput = v.strictObject({profile: mentorProfileSchema});

export const requestMentoringInput = v.strictObject({
  space: v.optional(slugSchema),
  mentor: idSchema,
  goal: filledTextSchema(limits.title),
  message: v.optional(textSchema(limits.help)),
});
export const mentorshipOutput = v.strictObject({mentorship: mentorshipSchema});

export const answerMentoringInput = v.strictObject({mentorship: idSchema, accept: v.boolean(), note: v.optional(textSchema(limits.help))});
export const endMentoringInput = v.strictObject({mentorship: idSchema, note: v.optional(textSchema(limits.help))});

export const listMentorshipsInput = v.strictObject({space: v.optional(slugSchema)});
export const listMentorshipsOutput = v.strictObject({items: v.array(mentorshipSchema)});

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: text}).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
