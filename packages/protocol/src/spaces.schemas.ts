import * as v from 'valibot';
import {filledTextSchema, idSchema} from './text.schemas.ts';
import {limits} from './limits.ts';

export const readersSchema = v.picklist(['everybody', 'signed-in', 'members']);
export const postersSchema = v.picklist(['signed-in', 'members', 'nobody']);
export const moderationModeSchema = v.picklist(['after', 'newcomers-first', 'everything-first']);
export const reactionKindSchema = v.picklist(['thanks', 'insightful', 'me-too', 'celebrate']);

export const slugSchema = v.pipe(
  v.string(),
  v.maxLength(limits.slug),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Must be lower-case letters and digits, with single hyphens between.'),
);

export const spaceSchema = v.strictObject({
  id: idSchema,
  slug: slugSchema,
  name: filledTextSchema(limits.name),
  readers: readersSchema,
  posters: postersSchema,
  reactions: v.array(reactionKindSchema),
  moderation: v.optional(moderationModeSchema),
});

export const listSpacesInput = v.strictObject({});
export const listSpacesOutput = v.strictObject({items: v.array(spaceSchema)});
