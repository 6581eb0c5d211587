// People, companies and groups (rulebook §1).
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

export const personSchema = z.object({
  id: idSchema,
  name: nameSchema,
  email: z.nullable(z.string().check(z.maxLength(320))),
  /** An https address of a picture, or none. */
  avatarUrl: z.nullable(
    z.string().check(z.regex(/^https:\/\//, { error: 'must be an https address' }), z.maxLength(2048)),
  ),
  side: sideSchema,
  role: workspaceRoleSchema,
  companyId: z.nullable(idSchema),
  /** Null: the workspace's own zone. */
  timeZone: z.nullable(timeZoneSchema),
  version: versionSchema,
});
/** Somebody of our team or of a customer's. */
export type Person = z.infer<typeof personSchema>;

export const companySchema = z.object({ id: idSchema, name: nameSchema, version: versionSchema });
/** A customer; the target company of a room. */
export type Company = z.infer<typeof companySchema>;

export const groupSchema = z.object({
  id: idSchema,
  name: nameSchema,
  memberIds: z.array(idSchema),
  version: versionSchema,
});
/** A named set of people, such as a coachee group. */
export type Group = z.infer<typeof groupSchema>;
