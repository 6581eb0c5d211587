// The actions of engagements, one at a time (rulebook §6.1): what is changed of one is changed of its item, and of the other actions
// that the item became; how it stands, and whose it is, is its own. Deleting one deletes its item with all of them.
import type { UpdateOptions } from '../backend.ts';
import {
  actionView,
  allowedTransitions,
  applyPatch,
  canSee,
  changeState,
  engagementReaderOf,
  type EngagementReader,
  explanationOf,
  type ExplanationStep,
  faultsOfDatesIn,
  faultsOfEngagementActionPatch,
  faultsOfSchedule,
  inEngagementSight,
  itemAfterActionPatch,
  knowsInEngagement,
  may,
  type ActionOperation,
  mergePatch,
  refusedTransition,
  scheduledItem,
} from '../domain/index.ts';
import type {
  Action,
  ActionPatch,
  ActionRecord,
  ActionState,
  EngagementRecord,
  Explanation,
  Id,
  ItemRecord,
} from '../schema/index.ts';
import type { Call } from './call.ts';
import { openEngagement } from './engagement-access.ts';
import { keepEngagements } from './engagement-keeping.ts';
import {
  clockOf,
  doingOf,
  type EngagementWork,
  putAction,
  putDeleted,
  putItem,
  standingItem,
} from './engagement-work.ts';
import { forbidden, invalidTransition, notFound, validation, versionConflict } from './failures.ts';
import { restoreItem } from './items.ts';

/** Takes up the engagement that an action is in. */
async function workOf(call: Call, { context }: Pick<ActionRecord, 'context'>): Promise<EngagementWork> {
  if (context.type !== 'engagement') throw notFound();
  return openEngagement(call, context.engagementId);
}

/** An action of an engagement that the viewer sees, as they get it. */
export function engagementActionView(
  record: ActionRecord,
  engagement: EngagementRecord,
  call: Call,
  today: number,
): Action {
  const reader = engagementReaderOf(engagement, call.access.viewer);
  if (reader === null) throw notFound();
  return inEngagementSight(actionView(record, call.access, today), record, engagement, reader);
}

/** The same of an action as it stands in the work. */
export function viewInWork(work: EngagementWork, id: Id): Action {
  return engagementActionView(standing(work, id), work.engagement, work.call, clockOf(work).today);
}

/** Edits an action; gives it as it stands then. */
export function editEngagementAction(work: EngagementWork, id: Id, patch: ActionPatch): ActionRecord {
  const record = standing(work, id);
  assertMay(work, 'edit', record);
  const item = itemOf(work, record);
  const { title, description, due, assignee } = patch;
  const faults = [...faultsOfEngagementActionPatch(patch, work.engagement), ...faultsOfSchedule({ due }, false)];
  if (faults.length > 0) throw validation(faults);
  const dated = scheduledItem(itemAfterActionPatch(item, { title, description }), { due }, doingOf(work), true);
  const broken = dated === item ? [] : faultsOfDatesIn(dated, work.engagement, clockOf(work));
  if (broken.length > 0) throw validation(broken);
  if (dated !== item) putItem(work, dated);
  const aligned = standing(work, id);
  const next = applyPatch(aligned, assignee === undefined ? {} : { assignee }, doingOf(work));
  if (next !== aligned) putAction(work, next);
  return standing(work, id);
}

/** Changes an action's state; gives it as it stands then. */
export function moveEngagementAction(work: EngagementWork, id: Id, to: ActionState): ActionRecord {
  const record = standing(work, id);
  assertMay(work, 'setState', record);
  const { today } = clockOf(work);
  const rule = refusedTransition(record, to, today);
  if (rule !== null) throw invalidTransition(rule, record.state, allowedTransitions(record, today));
  const next = changeState(record, to, { ...doingOf(work), today });
  if (next !== record) putAction(work, next);
  return standing(work, id);
}

/** Deletes an action with its item and all that the item became. */
export function removeEngagementAction(work: EngagementWork, id: Id): void {
  const record = standing(work, id);
  assertMay(work, 'delete', record);
  putDeleted(work, { ...itemOf(work, record), deleted: doingOf(work) });
}

/** Edits an action of an engagement. */
export async function updateInEngagement(
  call: Call,
  { id, context }: ActionRecord,
  patch: ActionPatch,
  { base }: Pick<UpdateOptions, 'base'>,
  version: number,
): Promise<Action> {
  const work = await workOf(call, { context });
  const current = viewInWork(work, id);
  editEngagementAction(work, id, patch);
  // Edits of different fields do not contradict one another.
  if (version !== current.version && (!base || 'conflicts' in mergePatch(base, current, patch)))
    throw versionConflict(current);
  return kept(work, id);
}

/** Changes the state of an action of an engagement. */
export async function setStateInEngagement(
  call: Call,
  { id, context }: ActionRecord,
  to: ActionState,
): Promise<Action> {
  const work = await workOf(call, { context });
  moveEngagementAction(work, id, to);
  return kept(work, id);
}

/** Deletes an action of an engagement, with its item. */
export async function removeInEngagement(call: Call, { id, context }: ActionRecord, version: number): Promise<void> {
  const work = await workOf(call, { context });
  const current = viewInWork(work, id);
  removeEngagementAction(work, id);
  if (version !== current.version) throw versionConflict(current);
  await keepEngagements(call, [work]);
}

/** Brings back an action of an engagement, with its item. */
export async function restoreInEngagement(call: Call, { id, context }: ActionRecord): Promise<Action> {
  const item = context.type === 'engagement' ? await call.tx.get('item', context.itemId) : null;
  // One that its item became no more does not come back by itself.
  if (!item || !item.actionIds.includes(id)) throw notFound();
  await restoreItem(call, item);
  return viewInWork(await workOf(call, { context }), id);
}

/** Why its dates are what they are, as far as the viewer may know. */
export function explainInEngagement(
  record: ActionRecord,
  engagement: EngagementRecord,
  reader: EngagementReader,
): Explanation {
  const known = (id: Id | null) =>
    id !== null && reader.role !== 'spectator' && knowsInEngagement(engagement, reader, id) ? id : null;
  const explanation = explanationOf(record);
  for (const date of [explanation.start, explanation.due]) {
    if (date === null) continue;
    date.steps = (date.steps as ExplanationStep[]).map((step) => {
      if (step.type === 'closed') return { ...step, by: known(step.by) };
      return 'setBy' in step ? { ...step, setBy: known(step.setBy) } : step;
    });
  }
  return explanation;
}

async function kept(work: EngagementWork, id: Id): Promise<Action> {
  await keepEngagements(work.call, [work]);
  return viewInWork(work, id);
}

function standing(work: EngagementWork, id: Id): ActionRecord {
  const record = work.actions.get(id);
  if (!record || record.deleted !== null || !canSee(record, work.call.access)) throw notFound();
  return record;
}

function itemOf(work: EngagementWork, { context }: ActionRecord): ItemRecord {
  if (context.type !== 'engagement') throw notFound();
  return standingItem(work, context.itemId);
}

function assertMay({ call }: EngagementWork, operation: ActionOperation, record: ActionRecord): void {
  const allowed = may(operation, record, call.access);
  if (allowed !== true) throw forbidden(allowed);
}
