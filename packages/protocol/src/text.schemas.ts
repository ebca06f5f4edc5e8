import * as v from 'valibot';
import {isId} from './ids.ts';
import {limits} from './limits.ts';

/** Text that a database and every JSON parser can hold: no U+0000 and no lone surrogate. */
export const textSchema = (length: number) =>
  v.pipe(
    v.string(),
    v.maxLength(length, `Must be at most ${length} characters.`),
    v.check(text => !text.includes('\u0000'), 'Must not contain the character U+0000.'),
    v.check(text => text.isWellFormed(), 'Must not contain half of a surrogate pair.'),
  );

/** {@link textSchema} with something in it besides white space. */
export const filledTextSchema = (length: number) =>
  v.pipe(textSchema(length), v.check(text => text.trim() !== '', 'Must not be empty.'));

export const idSchema = v.pipe(v.string(), v.check((text: string) => isId(text), 'Must be a UUIDv7 in lower case.'));

export const instantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'Must be an ISO 8601 instant in UTC with milliseconds.'),
);

export const urlSchema = v.pipe(
  textSchema(limits.url),
  v.check(text => /^https?:\/\//i.test(text) && URL.canParse(text), 'Must be an http or https address.'),
);

export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

export const cursorSchema = v.pipe(v.string(), v.maxLength(limits.cursor, 'Is not a cursor of this server.'));

/** A number in a query, where everything is a string. */
export const queryCountSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}$/, 'Must be a whole number.'),
  v.transform(Number),
  v.minValue(1, 'Must be at least 1.'),
);
