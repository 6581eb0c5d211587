// A template: a room plan or an engagement programme to start from (rulebook §1, §4, §5); its kind says which it makes. A
// room's parts refer to one another by local keys, and name roles instead of people; a programme's items are released and
// due by fixed dates, or by dates that rest on the engagement's start.
import * as z from 'zod/mini';
import { welcomeSchema } from './engagement.ts';
import { type Id, idSchema, versionSchema } from './id.ts';
import { minutesSchema } from './item.ts';
import { itemContentSchema } from './item-content.ts';
import { ITEMS_LIMIT, PLAN_ACTIONS_LIMIT, TEMPLATE_SECTIONS_LIMIT } from './limits.ts';
import { permissionSchema } from './permission.ts';
import { dateUnitSchema } from './planned-date.ts';
import { descriptionSchema, nameSchema, titleSchema } from './text.ts';
import { civilDateSchema, type Instant, instantSchema } from './time.ts';

/** Names a part of a template within it. */
const templateKeySchema = z
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
/** The rule that gives a start or a due date in each room that is made. */
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
  actions: z.array(templateActionSchema).check(z.maxLength(PLAN_ACTIONS_LIMIT)),
});
export type TemplateSection = z.infer<typeof templateSectionSchema>;

const roomTemplateSchema = z.strictObject({
  kind: z.literal('room'),
  /** In order. */
  sections: z.array(templateSectionSchema).check(z.maxLength(TEMPLATE_SECTIONS_LIMIT)),
});
/** A room's plan to start from. */
export type RoomTemplateContent = z.infer<typeof roomTemplateSchema>;

export const itemRuleSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('fixed'), date: civilDateSchema }),
  z.strictObject({
    type: z.literal('relative'),
    amount: z.int().check(z.minimum(-10_000), z.maximum(10_000)),
    unit: dateUnitSchema,
    anchor: z.strictObject({ type: z.literal('engagementStart') }),
    roll: z.optional(z.enum(['none', 'next', 'previous'])),
  }),
]);
/** The rule that gives an item's release or due date in each engagement that is made. */
export type ItemRule = z.infer<typeof itemRuleSchema>;

export const templateItemSchema = z.strictObject({
  key: templateKeySchema,
  title: titleSchema,
  content: itemContentSchema,
  /** Takes effect once the engagement is active. Of a session none: it is scheduled by its time. */
  release: z.optional(
    z.nullable(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('immediately') }),
        z.strictObject({ type: z.literal('on'), rule: itemRuleSchema }),
      ]),
    ),
  ),
  due: z.optional(z.nullable(itemRuleSchema)),
  /** Of a session alone, in minutes. */
  duration: z.optional(z.nullable(minutesSchema)),
  /** Of a session alone. */
  selfScheduling: z.optional(z.nullable(z.boolean())),
});
export type TemplateItem = z.infer<typeof templateItemSchema>;

const engagementTemplateSchema = z.strictObject({
  kind: z.literal('engagement'),
  /** Of each engagement that is made; absent: the template's name. */
  title: z.optional(titleSchema),
  selfScheduling: z.optional(z.boolean()),
  welcome: z.optional(z.nullable(welcomeSchema)),
  /** In order. */
  items: z.array(templateItemSchema).check(z.maxLength(ITEMS_LIMIT, { error: `at most ${ITEMS_LIMIT} items` })),
});
/** An engagement programme to start from. */
export type EngagementTemplateContent = z.infer<typeof engagementTemplateSchema>;

export const templateContentSchema = z.discriminatedUnion('kind', [roomTemplateSchema, engagementTemplateSchema]);
/** What a template makes, told by its `kind`. */
export type TemplateContent = z.infer<typeof templateContentSchema>;

const templateFields = {
  id: idSchema,
  name: nameSchema,
  createdBy: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  updatedBy: idSchema,
  version: versionSchema,
  may: z.object({ edit: permissionSchema, delete: permissionSchema }),
};

/** A template as its reader gets it. */
export const templateSchema = z.object({ ...templateFields, content: templateContentSchema });
/** A template as its reader gets it. */
export type Template = z.infer<typeof templateSchema>;

/** A template as a list tells it: how much is in it, and not what. */
export const templateSummarySchema = z.object({
  ...templateFields,
  kind: z.enum(['room', 'engagement']),
  /** Of a room; else 0. */
  sectionCount: z.int(),
  actionCount: z.int(),
  /** Of an engagement; else 0. */
  itemCount: z.int(),
});
/** A template as a list tells it. */
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

/** A template as it is stored. */
export interface TemplateRecord extends Omit<Template, 'may'> {
  /** When and by whom it was deleted; it can be restored for 30 days. */
  deleted: { at: Instant; by: Id } | null;
}

/** What is written to make a template: what is in it, or the room or the engagement that it is made of. */
export const templateDraftSchema = z
  .strictObject({
    id: z.optional(idSchema),
    name: nameSchema,
    content: z.optional(templateContentSchema),
    /** The plan of this room, its dates as rules and its people as roles. */
    roomId: z.optional(idSchema),
    /** The programme of this engagement, its dates as rules. */
    engagementId: z.optional(idSchema),
  })
  .check(
    z.refine(
      ({ content, roomId, engagementId }) =>
        [content, roomId, engagementId].filter((source) => source !== undefined).length === 1,
      { error: 'must have either content, roomId or engagementId' },
    ),
  );
export type TemplateDraft = z.infer<typeof templateDraftSchema>;

/** What can be changed of a template. */
export const templatePatchSchema = z.strictObject({
  name: z.optional(nameSchema),
  content: z.optional(templateContentSchema),
});
export type TemplatePatch = z.infer<typeof templatePatchSchema>;
