// A page of a list (api.md R-L-1) and who is asking (`GET /me`).
import * as z from 'zod/mini';
import { notificationChannelSchema } from './notification.ts';
import { personSchema } from './person.ts';
import { workspaceSchema } from './workspace.ts';

/** The schema of one page of `item`s: the items, the cursor of the next page or null, and the count if it was asked for. */
export function pageSchema<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), next: z.nullable(z.string()), count: z.optional(z.int()) });
}
/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Where the next page begins; null at the end. */
  next: string | null;
  /** How many match in all, where it was asked for. */
  count?: number | undefined;
}

export const meSchema = z.object({
  person: personSchema,
  workspace: workspaceSchema,
  /** How many notifications are unread. */
  unreadCount: z.int(),
  /** How the backend tells people what concerns them; a backend that does not say it tells nobody. */
  notifies: z.optional(z.array(notificationChannelSchema)),
});
/** Who is asking, and in which workspace. */
export type Me = z.infer<typeof meSchema>;
