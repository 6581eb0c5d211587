// What one change makes of an action, as the backend will: used to show it before the backend has agreed, and replayed
// over every newer state the server tells meanwhile. Rules are the domain's; a change never decides whether it may be.
import {
  actionView,
  afterPatch,
  afterState,
  agrees,
  draftOfDate,
  EDITABLE_FIELDS,
  type Moment,
  newAction,
} from '../domain/index.ts';
import type { Action, ActionDraft, ActionPatch, ActionState, Dependents, Id, PlannedDate } from '../schema/index.ts';

/** One change of one action. */
export type Change =
  | { type: 'create'; draft: ActionDraft & { id: Id } }
  | { type: 'update'; patch: ActionPatch }
  | { type: 'setState'; state: ActionState }
  /** With what becomes of the dates that rest on it. */
  | { type: 'delete'; dependents?: Dependents }
  /** With the action as it was, where that is known: else it shows once the backend tells it. */
  | { type: 'restore'; action: Action | undefined };

/**
 * The action once the change was made, or undefined where there is none (any more).
 * @param action the action before, undefined where there is none
 * @param moment who changes, when, and which day it is on the container's clock
 */
export function changed(action: Action | undefined, change: Change, moment: Moment): Action | undefined {
  switch (change.type) {
    case 'create':
      return action ?? created(change.draft, moment);
    case 'restore':
      return action ?? change.action;
    case 'delete':
      return undefined;
    case 'update':
      return action && afterPatch(action, change.patch, moment);
    case 'setState':
      return action && afterState(action, change.state, moment);
  }
}

/** The patch that gives the fields of `patch` back the values that `action` has. */
export function patchBack(action: Action, patch: ActionPatch): ActionPatch {
  return {
    ...(patch.title !== undefined && { title: action.title }),
    ...(patch.description !== undefined && { description: action.description }),
    ...(patch.assignee !== undefined && { assignee: action.assignee }),
    ...(patch.start !== undefined && { start: writtenDate(action.start) }),
    ...(patch.due !== undefined && { due: writtenDate(action.due) }),
    ...(patch.position !== undefined && action.position !== null && { position: action.position }),
    ...(patch.context !== undefined &&
      action.context.type === 'room' && {
        context: { sectionId: action.context.sectionId, internalOnly: action.context.internalOnly },
      }),
  };
}

/** A date as it is written, of one that was read. */
export function writtenDate(date: PlannedDate | null) {
  return date && draftOfDate(date);
}

/** Whether two actions have the same values in the fields that the patch writes. */
export function agreeOn(patch: ActionPatch, one: Action, other: Action): boolean {
  return EDITABLE_FIELDS.every((field) => patch[field] === undefined || agrees(field, one, other));
}

// Version 0: the backend does not know it yet. Its maker may do everything with it until the backend says otherwise.
function created(draft: ActionDraft & { id: Id }, moment: Moment): Action {
  const nobody = {
    viewer: { personId: moment.by, role: 'guest' },
    relationships: new Map(),
    personalOwners: new Set<Id>(),
    rooms: new Map(),
    engagements: new Map(),
  } as const;
  const action = actionView(newAction(draft, draft.id, moment), nobody, moment.today);
  return { ...action, version: 0, may: { edit: true, setState: true, delete: true } };
}
