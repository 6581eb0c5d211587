// People, companies and groups (rulebook §1), and what a host writes of them when it syncs its own directory (api.md §5).
import * as z from 'zod/mini';
import { idSchema, versionSchema } from './id.ts';
import { nameSchema } from './text.ts';
import { timeZoneSchema } from './time.ts';

/** `internal` is our team, `external` a customer's contact. */
export const sideSchema = z.enum(['internal', 'external']);
export type Side = z.infer<typeof sideSchema>;

/** A person's role in the workspace; every external person is a guest. */
export const workspaceRoleSchema = z.enum(['admin', 'member', 'guest']);
export type WorkspaceRole = z.infer<typeof workspaceRoleSchema>;

const emailSchema = z
  .string({ error: 'must be an e-mail address' })
  .check(
    z.maxLength(320, { error: 'must have at most 320 characters' }),
    z.regex(/^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+$/u, { error: 'must be an e-mail address' }),
  );

const avatarUrlSchema = z
  .string({ error: 'must be an https address' })
  .check(
    z.maxLength(2048, { error: 'must have at most 2048 characters' }),
    z.regex(/^https:\/\/[^\s\p{Cc}\p{Cs}]+$/u, { error: 'must be an https address' }),
  );

export const personSchema = z.object({
  id: idSchema,
  name: nameSchema,
  email: z.nullable(emailSchema),
  /** An https address of a picture, or none. */
  avatarUrl: z.nullable(avatarUrlSchema),
  side: sideSchema,
  role: workspaceRoleSchema,
  companyId: z.nullable(idSchema),
  /** Null: the workspace's own zone. */
  timeZone: z.nullable(timeZoneSchema),
  version: versionSchema,
});
/** Somebody of our team or of a customer's. */
export type Person = z.infer<typeof personSchema>;

/**
 * A person as a host's directory has them, whole: what is left out is as it is of somebody new. Of our team and a `member` where
 * nothing else is said, a `guest` where they are external.
 */
export const personDraftSchema = z.strictObject({
  name: nameSchema,
  email: z.optional(z.nullable(emailSchema)),
  avatarUrl: z.optional(z.nullable(avatarUrlSchema)),
  side: z.optional(sideSchema),
  role: z.optional(workspaceRoleSchema),
  /** Of an external person, and of nobody else. */
  companyId: z.optional(z.nullable(idSchema)),
  timeZone: z.optional(z.nullable(timeZoneSchema)),
});
export type PersonDraft = z.infer<typeof personDraftSchema>;

export const companySchema = z.object({ id: idSchema, name: nameSchema, version: versionSchema });
/** A customer; the target company of a room. */
export type Company = z.infer<typeof companySchema>;

/** A company as a host's directory has it. */
export const companyDraftSchema = z.strictObject({ name: nameSchema });
export type CompanyDraft = z.infer<typeof companyDraftSchema>;

export const groupSchema = z.object({
  id: idSchema,
  name: nameSchema,
  memberIds: z.array(idSchema),
  version: versionSchema,
});
/** A named set of people, such as a coachee group. */
export type Group = z.infer<typeof groupSchema>;

/** A group as a host's directory has it, whole: without members it is empty. */
export const groupDraftSchema = z.strictObject({ name: nameSchema, memberIds: z.optional(z.array(idSchema)) });
export type GroupDraft = z.infer<typeof groupDraftSchema>;
