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

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A BCP 47 language tag such as `en-GB`, as `Intl` takes it. */
const localeSchema = z
  .string({ error: 'must be a language tag' })
  .check(z.refine(isLocale, { error: 'must be a language tag such as en-GB' }));

/** One tenant. */
export const workspaceSchema = z.object({
  id: idSchema,
  name: nameSchema,
  timeZone: timeZoneSchema,
  locale: localeSchema,
  calendar: calendarSchema,
  version: versionSchema,
});
/** One tenant: its name, zone, locale and calendar. */
export type Workspace = z.infer<typeof workspaceSchema>;

/** What can be changed of a workspace: only the named fields are written, of the calendar too. */
export const workspacePatchSchema = z.strictObject({
  name: z.optional(nameSchema),
  timeZone: z.optional(timeZoneSchema),
  locale: z.optional(localeSchema),
  calendar: z.optional(
    z.strictObject({
      workingWeekdays: z.optional(calendarSchema.shape.workingWeekdays),
      holidays: z.optional(calendarSchema.shape.holidays),
    }),
  ),
});
export type WorkspacePatch = z.infer<typeof workspacePatchSchema>;
