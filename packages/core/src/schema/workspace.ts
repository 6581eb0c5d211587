// A workspace is one tenant: its people, calendar, zone and locale (rulebook §1).
import * as z from 'zod/mini';
import { idSchema, versionSchema } from './id.ts';
import { nameSchema } from './text.ts';
import { civilDateSchema, timeZoneSchema } from './time.ts';

/** ISO weekday numbers: 1 is Monday, 7 Sunday. */
export const weekdaySchema = z.int().check(z.minimum(1), z.maximum(7));
/** An ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = z.infer<typeof weekdaySchema>;

/** The working weekdays and the holidays that business days skip. At least one weekday must work (rulebook §3.1). */
export const calendarSchema = z.object({
  workingWeekdays: z
    .array(weekdaySchema)
    .check(z.minLength(1, { error: 'a calendar needs at least one working weekday' }), z.maxLength(7)),
  holidays: z.array(civilDateSchema),
});
/** Working weekdays and holidays of a workspace. */
export type Calendar = z.infer<typeof calendarSchema>;

/** One tenant. */
export const workspaceSchema = z.object({
  id: idSchema,
  name: nameSchema,
  timeZone: timeZoneSchema,
  /** A BCP 47 language tag such as `en-GB`. */
  locale: z.string(),
  calendar: calendarSchema,
  version: versionSchema,
});
/** One tenant: its name, zone, locale and calendar. */
export type Workspace = z.infer<typeof workspaceSchema>;
