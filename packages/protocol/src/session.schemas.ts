import * as v from 'valibot';
import {limits} from './limits.ts';
import {personSchema} from './people.schemas.ts';
import {roles} from './reading-permissions.ts';
import {spaceSchema} from './spaces.schemas.ts';
import {countSchema, filledTextSchema, idSchema, instantSchema} from './text.schemas.ts';

const roleSchema = v.picklist(roles);

export const meSchema = v.strictObject({
  organisation: v.strictObject({id: idSchema, name: filledTextSchema(limits.name), timeZone: v.string()}),
  person: v.nullable(personSchema),
  roles: v.array(roleSchema),
  memberships: v.array(v.strictObject({space: idSchema, roles: v.array(roleSchema)})),
  space: spaceSchema,
  limits: v.strictObject({
    source: countSchema,
    title: countSchema,
    depth: countSchema,
    editWindow: v.nullable(countSchema),
    floodInterval: countSchema,
  }),
  serverTime: instantSchema,
});

export const readMeInput = v.strictObject({});
export const readMeOutput = meSchema;

export const createSessionInput = v.strictObject({
  token: v.pipe(v.string(), v.maxLength(limits.token, 'Is longer than any host token.')),
});
export const createSessionOutput = v.strictObject({
  accessToken: v.string(),
  expiresAt: instantSchema,
  me: meSchema,
});
