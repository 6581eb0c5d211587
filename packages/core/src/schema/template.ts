// A template: a room plan to start from (rulebook §1, §4). Its parts refer to one another by local keys, and name roles
// instead of people. Its kind says what it makes; engagement programmes will be a kind beside `room`.
import * as z from 'zod/mini';
import { idSchema, versionSchema } from './id.ts';
import { permissionSchema } from './permission.ts';
import { dateUnitSchema } from './planned-date.ts';
import { descriptionSchema, nameSchema, titleSchema } from './text.ts';
import { civilDateSchema, instantSchema } from './time.ts';

/** Names a part of a template within it. */
export const templateKeySchema = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'must be a key: 1 to 64 letters, digits, _ or -' }));

export const templateAnchorSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('roomCreated') }),
  z.strictObject({ type: z.literal('sectionCompleted'), section: templateKeySchema }),
  z.strictObject({ type: z.literal('actionDue'), action: templateKeySchema }),
  z.strictObject({ type: z.literal('actionCompleted'), action: templateKeySchema }),
]);
/** What a template's relative date rests on: a part of the same template, by its key. */
export type TemplateAnchor = z.infer<typeof templateAnchorSchema>;

export const templateRuleSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fixed'), date: civilDateSchema }),
  z.strictObject({
    type: z.literal('relative'),
    amount: z.int().check(z.minimum(-10_000), z.maximum(10_000)),
    unit: dateUnitSchema,
    anchor: templateAnchorSchema,
    roll: z.optional(z.enum(['none', 'next', 'previous'])),
  }),
]);
export type TemplateRule = z.infer<typeof templateRuleSchema>;

/** Whose a template's action will be: a role, to be filled in the room that is made from it. */
export const templateAssigneeSchema = z.enum(['primaryContact', 'company', 'unassigned']);
export type TemplateAssignee = z.infer<typeof templateAssigneeSchema>;

export const templateActionSchema = z.strictObject({
  key: templateKeySchema,
  title: titleSchema,
  description: z.optional(descriptionSchema),
  assignee: templateAssigneeSchema,
  start: z.optional(z.nullable(templateRuleSchema)),
  due: z.optional(z.nullable(templateRuleSchema)),
  internalOnly: z.optional(z.boolean()),
});
export type TemplateAction = z.infer<typeof templateActionSchema>;

export const templateSectionSchema = z.strictObject({
  key: templateKeySchema,
  name: nameSchema,
  /** In order. */
  actions: z.array(templateActionSchema).check(z.maxLength(2000)),
});
export type TemplateSection = z.infer<typeof templateSectionSchema>;

export const roomTemplateContentSchema = z.strictObject({
  kind: z.literal('room'),
  /** In order. */
  sections: z.array(templateSectionSchema).check(z.maxLength(200)),
});
export const templateContentSchema = z.discriminatedUnion('kind', [roomTemplateContentSchema]);
/** What a template makes, told by its `kind`. */
export type TemplateContent = z.infer<typeof templateContentSchema>;

/** What is stored of a template. */
export const templateRecordSchema = z.object({
  id: idSchema,
  name: nameSchema,
  content: templateContentSchema,
  createdBy: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: versionSchema,
});
export type TemplateRecord = z.infer<typeof templateRecordSchema>;

/** A template as its reader gets it. */
export const templateSchema = z.extend(templateRecordSchema, {
  may: z.object({ edit: permissionSchema, delete: permissionSchema }),
});
export type Template = z.infer<typeof templateSchema>;

/** What is written to make a template. */
export const templateDraftSchema = z.strictObject({
  id: z.optional(idSchema),
  name: nameSchema,
  content: templateContentSchema,
});
export type TemplateDraft = z.infer<typeof templateDraftSchema>;

/** What can be changed of a template. */
export const templatePatchSchema = z.strictObject({
  name: z.optional(nameSchema),
  content: z.optional(templateContentSchema),
});
export type TemplatePatch = z.infer<typeof templatePatchSchema>;
