// A section of a room's plan: an ordered list of actions (rulebook §1). It is completed when it has an action that is not
// cancelled and all such are done (§3); that is told with the plan.
import * as z from 'zod/mini';
import { positionSchema } from './action.ts';
import { type Id, idSchema, versionSchema } from './id.ts';
import { permissionSchema } from './permission.ts';
import { nameSchema } from './text.ts';
import { type Instant, instantSchema } from './time.ts';

/** A section as its reader gets it. */
export const sectionSchema = z.object({
  id: idSchema,
  roomId: idSchema,
  name: nameSchema,
  /** Its order key in the plan; null where the reader may not know what lies between (a guest). */
  position: z.nullable(z.string()),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: versionSchema,
  may: z.object({ edit: permissionSchema, delete: permissionSchema }),
});
/** A section of a plan as its reader gets it. */
export type Section = z.infer<typeof sectionSchema>;

/** A section as it is stored. */
export interface SectionRecord {
  id: Id;
  roomId: Id;
  name: string;
  /** Its order key in the plan. */
  position: string;
  createdBy: Id;
  createdAt: Instant;
  updatedAt: Instant;
  /** Who made this version. */
  updatedBy: Id;
  version: number;
  /** When and by whom it was deleted, and the actions that went with it: restoring it brings them back. */
  deleted: { at: Instant; by: Id; actionIds: Id[] } | null;
  /**
   * The version as guests see it: what they may not see – where it lies among hidden sections, what it was called while it
   * held nothing they see – never moves it. Absent or null: as it stands.
   */
  shown?: { version: number; updatedAt: Instant } | null | undefined;
}

/** What is written to make a section; without a position it comes last. */
export const sectionDraftSchema = z.strictObject({
  id: z.optional(idSchema),
  name: nameSchema,
  position: z.optional(positionSchema),
});
export type SectionDraft = z.infer<typeof sectionDraftSchema>;

/** What can be changed of a section: only the named fields are written. */
export const sectionPatchSchema = z.strictObject({
  name: z.optional(nameSchema),
  position: z.optional(positionSchema),
});
export type SectionPatch = z.infer<typeof sectionPatchSchema>;
