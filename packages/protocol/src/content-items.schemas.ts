import * as v from 'valibot';
import {fileKinds} from './files.ts';
import {limits} from './limits.ts';
import {pageInput, pageSchema} from './pages.schemas.ts';
import {personSchema} from './people.schemas.ts';
import {slugSchema, spaceSchema} from './spaces.schemas.ts';
import {subjectInput, subjectSchema} from './threads.schemas.ts';
import {countSchema, cursorSchema, filledTextSchema, idSchema, instantSchema, textSchema, urlSchema} from './text.schemas.ts';

export const contentKindSchema = v.picklist(['video', 'audio', 'image', 'document', 'link']);
export const contentStateSchema = v.picklist(['draft', 'pending', 'published', 'hidden', 'archived', 'removed']);
const skillsSchema = v.pipe(v.array(filledTextSchema(limits.word)), v.maxLength(limits.words, `Must be at most ${limits.words}.`));
const languageSchema = v.pipe(v.string(), v.maxLength(limits.languageTag), v.regex(/^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/, 'Must be a language tag, like en or pt-BR.'));

export const contentItemSchema = v.strictObject({
  id: idSchema,
  space: idSchema,
  kind: contentKindSchema,
  state: contentStateSchema,
  author: v.nullable(personSchema),
  title: v.nullable(filledTextSchema(limits.title)),
  description: v.nullable(textSchema(limits.description)),
  alt: v.nullable(textSchema(limits.alt)),
  skills: v.array(filledTextSchema(limits.word)),
  link: v.nullable(urlSchema),
  subject: v.nullable(subjectSchema),
  captions: v.array(v.string()),
  createdAt: instantSchema,
  publishedAt: v.nullable(instantSchema),
  editedAt: v.nullable(instantSchema),
  revision: countSchema,
  version: countSchema,
});

const captionsInput = v.pipe(
  v.array(v.strictObject({file: idSchema, language: languageSchema, label: v.optional(filledTextSchema(limits.name))})),
  v.maxLength(limits.captions, `Must be at most ${limits.captions}.`),
);
const words = {
  title: filledTextSchema(limits.title),
  description: v.optional(textSchema(limits.description)),
  alt: v.optional(textSchema(limits.alt)),
  skills: v.optional(skillsSchema),
  link: v.optional(urlSchema),
  captions: v.optional(captionsInput),
};

export const createContentInput = v.strictObject({
  space: v.optional(slugSchema),
  subject: v.optional(subjectInput),
  kind: contentKindSchema,
  file: v.optional(idSchema),
  ...words,
});
export const contentItemOutput = v.strictObject({item: contentItemSchema});
export const editContentInput = v.strictObject({item: idSchema, revision: countSchema, ...words});
export const publishContentInput = v.strictObject({item: idSchema});
export const archiveContentInput = v.strictObject({item: idSchema});
export const removeContentInput = v.strictObject({item: idSchema});

export const listContentInput = v.strictObject({
  space: v.optional(slugSchema),
  subject: v.optional(filledTextSchema(limits.subjectKey)),
  kind: v.optional(contentKindSchema),
  ...pageInput,
});
export const listContentOutput = v.strictObject({
  space: spaceSchema,
  items: pageSchema(contentItemSchema),
  topic: v.string(),
  cursor: cursorSchema,
});

export const listOwnContentInput = v.strictObject({space: v.optional(slugSchema), ...pageInput});
export const listOwnContentOutput = pageSchema(contentItemSchema);

export const readContentInput = v.strictObject({item: idSchema});
export const readContentOutput = v.strictObject({
  space: spaceSchema,
  item: contentItemSchema,
  media: v.nullable(v.strictObject({
    id: idSchema, url: v.string(), type: v.string(), size: countSchema, name: v.string(),
  })),
  captions: v.array(v.strictObject({id: idSchema, url: v.string(), language: v.string(), label: v.nullable(v.string())})),
  expiresAt: instantSchema,
  topic: v.string(),
  cursor: cursorSchema,
});

export const readContentTermsInput = v.strictObject({space: v.optional(slugSchema)});
export const readContentTermsOutput = v.strictObject({
  space: spaceSchema,
  kinds: v.array(v.strictObject({kind: v.picklist(fileKinds), extensions: v.array(v.string()), most: countSchema})),
  quota: v.strictObject({most: countSchema, used: countSchema}),
  waits: v.boolean(),
});
