// What is done with one action, and whether it may be: seen, allowed, possible, on the right version, then changed
// (api.md R-G-5). A single call and every row of a bulk operation take this one course; each refusal is a BackendError,
// thrown before anything is written.
import {
  type Access,
  actionView,
  applyPatch,
  allowedTransitions,
  canSee,
  changeState,
  type Day,
  deletedAction,
  faultsOfPatch,
  may,
  type ActionOperation,
  refusedTransition,
  stateChange,
} from '../domain/index.ts';
import type { Action, ActionPatch, ActionRecord, ActionState, Id, RelationshipRecord } from '../schema/index.ts';
import { type Call, lookUp } from './call.ts';
import { accessAt } from './room-access.ts';
import { forbidden, invalidTransition, notFound, validation } from './failures.ts';

/** The action, if it is there and the viewer sees it. */
export function seen(record: ActionRecord | null | undefined, access: Access): ActionRecord {
  if (!record || record.deleted !== null || !canSee(record, access)) throw notFound();
  return record;
}

/** The action with this id, if it is there and the viewer sees it, and the call with its room, if it is in one. */
export async function visibleAction(call: Call, id: Id): Promise<{ call: Call; record: ActionRecord }> {
  const found = await lookUp(call, 'action', id);
  if (!found) throw notFound();
  const access = await accessAt(call, found.context);
  return { call: { ...call, access }, record: seen(found, access) };
}

/** Refuses what the viewer may not do with an action they see. */
export function assertMay(operation: ActionOperation, record: ActionRecord, access: Access): void {
  const allowed = may(operation, record, access);
  if (allowed !== true) throw forbidden(allowed);
}

/** Refuses an edit that the viewer may not make, or that cannot be written. */
export function assertEditable(record: ActionRecord, patch: ActionPatch, access: Access): void {
  assertMay('edit', record, access);
  const faults = faultsOfPatch(record, patch, {
    owner: record.createdBy,
    relationship: relationshipFor(record, access),
  });
  if (faults.length > 0) throw validation(faults);
}

/** The action after an edit; the very same where the edit changes nothing. */
export function edited(record: ActionRecord, patch: ActionPatch, { access, viewer, at }: Call): ActionRecord {
  assertEditable(record, patch, access);
  return applyPatch(record, patch, { by: viewer.id, at });
}

/** The action in another state; the very same where it is there already. */
export function inState(record: ActionRecord, to: ActionState, today: Day, { access, viewer, at }: Call): ActionRecord {
  assertMay('setState', record, access);
  const rule = refusedTransition(record, to, today);
  if (rule !== null) throw invalidTransition(rule, record.state, allowedTransitions(record, today));
  return changeState(record, to, { by: viewer.id, at, today });
}

/** The action deleted. */
export function removed(record: ActionRecord, { access, viewer, at }: Call): ActionRecord {
  assertMay('delete', record, access);
  return deletedAction(record, { by: viewer.id, at });
}

/** Keeps what became of an action, and its change of state, if it is one. */
export async function save({ tx, viewer, at, newId }: Call, before: ActionRecord, after: ActionRecord): Promise<void> {
  if (after === before) return;
  await tx.replace('action', after);
  if (after.state === before.state) return;
  await tx.insert('stateChange', stateChange(before.state, after, { id: newId(), at, by: viewer.id }));
}

/** The action as the viewer gets it. */
export function viewOf(record: ActionRecord, today: Day, { access }: Call): Action {
  return actionView(record, access, today);
}

function relationshipFor({ context }: ActionRecord, access: Access): RelationshipRecord | undefined {
  return context.type === 'relationship' ? access.relationships.get(context.relationshipId) : undefined;
}
