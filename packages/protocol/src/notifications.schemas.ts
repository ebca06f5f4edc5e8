import * as v from 'valibot';
import {actionSchema} from './cases.schemas.ts';
import {limits} from './limits.ts';
import {pageInput, pageSchema} from './pages.schemas.ts';
import {personSchema} from './people.schemas.ts';
import {targetSchema} from './targets.schemas.ts';
import {subjectSchema} from './threads.schemas.ts';
import {countSchema, cursorSchema, idSchema, instantSchema, textSchema} from './text.schemas.ts';

export const notificationKindSchema = v.picklist(['reply', 'answer', 'mention', 'followed', 'accepted', 'kudos', 'mentor-request', 'mentor-answer', 'newcomer', 'decision', 'report']);

export const notificationSchema = v.strictObject({
  id: idSchema,
  kind: notificationKindSchema,
  from: v.nullable(personSchema),
  space: idSchema,
  subject: v.nullable(subjectSchema),
  post: v.nullable(idSchema),
  text: v.nullable(textSchema(limits.kudosMessage)),
  decision: v.nullable(v.strictObject({
    target: targetSchema,
    action: v.nullable(actionSchema),
    reason: v.nullable(v.string()),
    sentence: v.nullable(v.string()),
  })),
  at: instantSchema,
  read: v.boolean(),
});

export const listNotificationsInput = v.strictObject({...pageInput});
export const listNotificationsOutput = v.strictObject({
  notifications: pageSchema(notificationSchema),
  unread: countSchema,
  off: v.array(notificationKindSchema),
  topic: v.string(),
  cursor: cursorSchema,
});

export const readNotificationsInput = v.strictObject({until: idSchema});
export const readNotificationsOutput = v.strictObject({unread: countSchema});

export const chooseNotificationsInput = v.strictObject({kind: notificationKindSchema, on: v.boolean()});
export const chooseNotificationsOutput = v.strictObject({off: v.array(notificationKindSchema)});
