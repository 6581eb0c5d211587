// The actions of rooms, one at a time: every change takes the plan up, makes it there, and keeps it with all dates that move
// (rulebook §3). The answer names those that the caller may see.
import type { UpdateOptions } from '../backend.ts';
import {
  actionView,
  explainDate,
  type ExplanationStep,
  explanationOf,
  inSight,
  mergePatch,
  mayCreateInRoom,
  movesInSight,
  type PlanStep,
  type RoomSight,
  type ShownStep,
  shownStep,
  sightOf,
} from '../domain/index.ts';
import type {
  Action,
  ActionDraft,
  ActionPatch,
  ActionRecord,
  ActionState,
  Dependents,
  Explanation,
  Id,
} from '../schema/index.ts';
import type { Call } from './call.ts';
import { forbidden, notFound, versionConflict } from './failures.ts';
import { keepPlan } from './plan-keeping.ts';
import {
  addAction,
  editAction,
  moveState,
  openPlan,
  type PlanWork,
  removeAction,
  returnAction,
  standing,
} from './plan-work.ts';
import { visibleRoom } from './room-access.ts';

/** Takes up the plan that an action is, or will be, in. */
async function workOf(call: Call, { context }: Pick<ActionRecord, 'context'>): Promise<PlanWork> {
  if (context.type !== 'room') throw notFound();
  return openPlan(call, await visibleRoom(call, context.roomId));
}

/** An action of a room that the viewer sees. */
export async function readInRoom(call: Call, record: ActionRecord): Promise<Action> {
  const work = await workOf(call, record);
  return view(work, standing(work, record.id), sightIn(work, work.actions.values()));
}

/** Makes an action of a room. */
export async function createInRoom(call: Call, draft: ActionDraft): Promise<Action> {
  const work = await workOf(call, draft);
  const allowed = mayCreateInRoom(work.room, call.access.viewer);
  if (allowed !== true) throw forbidden(allowed);
  const { id } = addAction(work, draft, draft.id ?? call.newId());
  return keptAction(work, id);
}

/** Edits an action of a room. */
export async function updateInRoom(
  call: Call,
  record: ActionRecord,
  patch: ActionPatch,
  { base }: Pick<UpdateOptions, 'base'>,
  version: number,
): Promise<Action> {
  const work = await workOf(call, record);
  const current = view(work, standing(work, record.id), sightIn(work, work.actions.values()));
  const next = editAction(work, record.id, patch);
  // Edits of different fields do not contradict one another.
  if (version !== record.version && (!base || 'conflicts' in mergePatch(base, current, patch)))
    throw versionConflict(current);
  return next.version === record.version ? current : keptAction(work, record.id);
}

/** Changes the state of an action of a room. */
export async function setStateInRoom(call: Call, record: ActionRecord, to: ActionState): Promise<Action> {
  const work = await workOf(call, record);
  const next = moveState(work, record.id, to);
  return next.version === record.version ? readInRoom(call, record) : keptAction(work, record.id);
}

/** Deletes an action of a room. */
export async function removeInRoom(
  call: Call,
  record: ActionRecord,
  dependents: Dependents | undefined,
  version: number,
): Promise<void> {
  const work = await workOf(call, record);
  const current = view(work, standing(work, record.id), sightIn(work, work.actions.values()));
  removeAction(work, record.id, dependents);
  if (version !== record.version) throw versionConflict(current);
  await keepPlan(work);
}

/** Brings back an action of a room. */
export async function restoreInRoom(call: Call, record: ActionRecord): Promise<Action> {
  const work = await workOf(call, record);
  returnAction(work, record);
  return keptAction(work, record.id);
}

/** Why its dates are what they are, as far as the viewer may know. */
export async function explainInRoom(call: Call, record: ActionRecord): Promise<Explanation> {
  const work = await workOf(call, record);
  const current = standing(work, record.id);
  const sight = sightIn(work, work.actions.values());
  const explanation = explanationOf(current);
  const { plan, resolver, setting } = work;
  for (const field of ['start', 'due'] as const) {
    const date = explanation[field];
    if (date === null) continue;
    const steps: (ExplanationStep | PlanStep)[] = [
      ...(date.steps as ExplanationStep[]),
      ...explainDate(plan, resolver, setting, record.id, field).filter(
        ({ type }) => type === 'counted' || type === 'section',
      ),
    ];
    date.steps = sight.whole ? steps : stepsInSight(steps, sight);
  }
  return explanation;
}

/** The way down to the first thing that the reader may not see. */
function stepsInSight(steps: readonly (ExplanationStep | PlanStep)[], sight: RoomSight): ShownStep[] {
  const told: ShownStep[] = [];
  for (const step of steps) {
    const shown = shownStep(step, sight);
    if (shown === null) break;
    told.push(shown);
  }
  return told;
}

function sightIn({ room, call }: PlanWork, actions: Iterable<ActionRecord>): RoomSight {
  return sightOf(room, actions, call.access.viewer);
}

function view({ call, today }: PlanWork, record: ActionRecord, sight: RoomSight): Action {
  return inSight(actionView(record, call.access, today), sight, record.shown);
}

/** Keeps the plan; gives the action as it is kept, with the dates of others that moved with it. */
async function keptAction(work: PlanWork, id: Id): Promise<Action> {
  const { moved, actions } = await keepPlan(work);
  const record = actions.find((action) => action.id === id);
  if (!record) throw notFound();
  const sight = sightIn(work, actions);
  return { ...view(work, record, sight), moved: movesInSight(moved, sight, id) };
}
