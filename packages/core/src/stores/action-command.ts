// What a person asked for, as failures and undo name it.
import type { ActionDraft, ActionPatch, ActionState, Id } from '../schema/index.ts';

/** One thing that a person did with actions. */
export type ActionCommand =
  | { type: 'create'; draft: ActionDraft }
  | { type: 'update'; id: Id; patch: ActionPatch }
  | { type: 'setState'; id: Id; state: ActionState }
  | { type: 'delete'; id: Id }
  | { type: 'restore'; id: Id }
  | { type: 'bulk'; operation: 'setState' | 'assign' | 'reschedule' | 'delete'; ids: readonly Id[] };
