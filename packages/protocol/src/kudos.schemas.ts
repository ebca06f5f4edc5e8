import * as v from 'valibot';
import {limits} from './limits.ts';
import {pageInput, pageSchema} from './pages.schemas.ts';
import {personReferenceSchema, personSchema} from './people.schemas.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {subjectInput, subjectSchema} from './threads.schemas.ts';
import {countSchema, cursorSchema, filledTextSchema, idSchema, instantSchema, textSchema} from './text.schemas.ts';

export const kudosValueSchema = v.strictObject({
  key: slugSchema,
  name: filledTextSchema(limits.name),
});

export const kudosSchema = v.strictObject({
  id: idSchema,
  space: idSchema,
  from: v.nullable(personSchema),
  to: v.array(personSchema),
  value: v.nullable(kudosValueSchema),
  message: v.nullable(textSchema(limits.kudosMessage)),
  about: v.nullable(v.variant('type', [
    v.strictObject({type: v.literal('post'), post: idSchema, subject: subjectSchema}),
    v.strictObject({type: v.literal('subject'), subject: subjectSchema}),
  ])),
  state: v.picklist(['given', 'withdrawn', 'hidden', 'removed']),
  at: instantSchema,
  version: countSchema,
});

export const kudosTallySchema = v.strictObject({
  kind: v.picklist(['person', 'post', 'subject']),
  key: filledTextSchema(limits.subjectKey),
  count: countSchema,
  version: countSchema,
});

const aboutOneThing = 'Kudos are about a person, a post or a subject, or about none of them, but not about two.';

export const giveKudosInput = v.pipe(
  v.strictObject({
    space: v.optional(slugSchema),
    to: v.optional(v.pipe(
      v.array(personReferenceSchema),
      v.minLength(1, 'Must name somebody.'),
      v.maxLength(limits.recipients, `Must name at most ${limits.recipients} people.`),
    )),
    post: v.optional(idSchema),
    subject: v.optional(subjectInput),
    value: v.optional(slugSchema),
    message: filledTextSchema(limits.kudosMessage),
  }),
  v.forward(v.partialCheck([['post'], ['subject']], ({post, subject}) => post === undefined || subject === undefined, aboutOneThing), ['subject']),
  v.forward(v.partialCheck([['to'], ['post']], ({to, post}) => to !== undefined || post !== undefined, 'Must name somebody.'), ['to']),
);
export const kudosOutput = v.strictObject({kudos: kudosSchema, tallies: v.array(kudosTallySchema)});

export const withdrawKudosInput = v.strictObject({kudos: idSchema});

export const listKudosInput = v.pipe(
  v.strictObject({
    space: v.optional(slugSchema),
    person: v.optional(personReferenceSchema),
    post: v.optional(idSchema),
    subject: v.optional(filledTextSchema(limits.subjectKey)),
    ...pageInput,
  }),
  v.forward(
    v.partialCheck(
      [['person'], ['post'], ['subject']],
      ({person, post, subject}) => [person, post, subject].filter(each => each !== undefined).length <= 1, aboutOneThing,
    ),
    ['person'],
  ),
);
export const listKudosOutput = v.strictObject({
  space: spaceSchema,
  about: v.nullable(v.variant('type', [
    v.strictObject({type: v.literal('person'), person: personSchema}),
    v.strictObject({type: v.literal('post'), post: idSchema, author: v.nullable(personSchema)}),
    v.strictObject({type: v.literal('subject'), subject: filledTextSchema(limits.subjectKey)}),
  ])),
  tally: v.nullable(kudosTallySchema),
  kudos: pageSchema(kudosSchema),
  topic: v.string(),
  cursor: cursorSchema,
});

export const readKudosTermsInput = v.strictObject({space: v.optional(slugSchema)});
export const readKudosTermsOutput = v.strictObject({
  values: v.array(v.strictObject({...kudosValueSchema.entries, description: v.nullable(textSchema(limits.kudosMessage))})),
  allowance: v.nullable(v.strictObject({perWeek: countSchema, left: countSchema, renewsAt: instantSchema})),
  pair: v.nullable(v.strictObject({most: countSchema, days: countSchema})),
  withdrawWithin: countSchema,
});
