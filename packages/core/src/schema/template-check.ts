// What is found when a template is checked before use (rulebook §4): what stands in the way of using it, what is worth a
// look, and the dates that a room made, or an engagement started, on a sample day would have.
import * as z from 'zod/mini';
import { dateFieldSchema } from './moved-date.ts';
import { dateBasisSchema } from './planned-date.ts';
import { problemErrorSchema } from './problem.ts';
import { civilDateSchema } from './time.ts';
import { calendarSchema } from './workspace.ts';

/** On which sample day, and by which calendar; absent: today, and the workspace's own. */
export const templateCheckRequestSchema = z.strictObject({
  start: z.optional(civilDateSchema),
  calendar: z.optional(calendarSchema),
});
export type TemplateCheckRequest = z.infer<typeof templateCheckRequestSchema>;

export const templateFaultSchema = z.extend(problemErrorSchema, {
  /** Of a loop: the keys of its actions and sections, each resting on the next. */
  path: z.optional(z.array(z.string())),
});
/** What stands in the way of a template's use: where (JSON pointer), what (code) and how to mend it. */
export type TemplateFault = z.infer<typeof templateFaultSchema>;

export const templateWarningSchema = z.extend(problemErrorSchema, {
  /** Of a date: the key of its action, which of its dates, and the date, where there is one. */
  action: z.optional(z.string()),
  field: z.optional(dateFieldSchema),
  date: z.optional(z.nullable(civilDateSchema)),
});
/** What is worth a look before a template is used. */
export type TemplateWarning = z.infer<typeof templateWarningSchema>;

const sampleDateSchema = z.object({ date: z.nullable(z.string()), basis: dateBasisSchema });

export const templateCheckSchema = z.object({
  /** The sample day, on which the room would be made, or the engagement start. */
  start: civilDateSchema,
  /** None: it can be used. */
  faults: z.array(templateFaultSchema),
  warnings: z.array(templateWarningSchema),
  /** Each action in order, by its key, with the dates it would have; empty where two parts have one key. */
  actions: z.array(
    z.object({ key: z.string(), start: z.nullable(sampleDateSchema), due: z.nullable(sampleDateSchema) }),
  ),
  /** Of an engagement's template: each item in order, by its key, with the days it would be released and due on. */
  items: z.optional(
    z.array(z.object({ key: z.string(), release: z.nullable(sampleDateSchema), due: z.nullable(sampleDateSchema) })),
  ),
});
/** A template's faults and warnings, and its dates on a sample day. */
export type TemplateCheck = z.infer<typeof templateCheckSchema>;
