// A room's plan while it is changed: every change is judged and made here, first in memory, with the dates of all that rests
// on it, so that a preview, a write and every row of a bulk operation take one course. A change that is refused leaves the
// plan as it was. Nothing is written; see plan-keeping.
import {
  inOrder,
  inPlanOrder,
  allowedTransitions,
  applyPatch,
  changeState,
  createPlanResolver,
  type Day,
  deletedAction,
  deletedSection,
  dependentsOf,
  type Doing,
  faultsOfRoomDraft,
  faultsOfRoomPatch,
  isOpen,
  isWritable,
  keyAfter,
  may,
  newAction,
  type ActionOperation,
  type Plan,
  type PlanChange,
  plannedDate,
  planActionOf,
  type PlanResolver,
  type PlanSetting,
  refusedTransition,
  releasing,
  restoredAction,
  restoredSection,
  type RoomActionSetting,
  roomPlanOf,
  roomSettingOf,
  withDates,
} from '../domain/index.ts';
import {
  type ActionDraft,
  type ActionPatch,
  type ActionRecord,
  type ActionState,
  type Dependents,
  type Id,
  PLAN_ACTIONS_LIMIT,
  type PlannedDateRecord,
  type RoomRecord,
  type SectionRecord,
} from '../schema/index.ts';
import type { Call } from './call.ts';
import {
  dependencyCycle,
  forbidden,
  hasDependents,
  idConflict,
  invalidTransition,
  notFound,
  validation,
} from './failures.ts';
import { callInRooms } from './room-access.ts';

/** A plan while it is changed. */
export interface PlanWork {
  /** Its access knows the room. */
  readonly call: Call;
  readonly room: RoomRecord;
  readonly setting: PlanSetting;
  readonly today: Day;
  /** The plan as it was. */
  readonly plan: Plan;
  /** What is kept of each action and section that is in the plan, was, or comes back; dates are as they are today. */
  readonly kept: Map<Id, ActionRecord>;
  /** The actions whose dates are kept as they were on an earlier day. */
  readonly turned: ReadonlySet<Id>;
  readonly keptSections: Map<Id, SectionRecord>;
  /** What is in the plan now; an action's dates are told by `standing`. */
  readonly actions: Map<Id, ActionRecord>;
  readonly sections: Map<Id, SectionRecord>;
  /** What went out of it. */
  readonly removed: Map<Id, ActionRecord>;
  readonly removedSections: Map<Id, SectionRecord>;
  readonly resolver: PlanResolver;
  /** What was changed so far, in order. */
  readonly changes: PlanChange[];
}

type RoomContext = Extract<ActionRecord['context'], { type: 'room' }>;

/** Takes up the plan of a room that the viewer sees. */
export async function openPlan(call: Call, room: RoomRecord): Promise<PlanWork> {
  const kept = await call.tx.find('section', { roomId: room.id });
  const sections = inOrder(kept.filter(({ deleted }) => deleted === null));
  const stored = inPlanOrder(await call.tx.actionsOfRoom(room.id), sections);
  const setting = roomSettingOf(room, call.workspace, call.now);
  const plan = roomPlanOf(
    sections.map(({ id }) => id),
    stored,
  );
  const resolver = createPlanResolver(plan, setting);
  const actions = stored.map((record) => withDates(record, resolver));
  const turned = new Set(actions.flatMap((record, at) => (record === stored[at] ? [] : [record.id])));
  return {
    call: callInRooms(call, [room]),
    room,
    setting,
    today: setting.today,
    plan,
    kept: byId(actions),
    turned,
    keptSections: byId(sections),
    actions: byId(actions),
    sections: byId(sections),
    removed: new Map(),
    removedSections: new Map(),
    resolver,
    changes: [],
  };
}

/** An action of the plan as it stands, its dates worked out. */
export function standing(work: PlanWork, id: Id): ActionRecord {
  const record = work.actions.get(id);
  if (!record) throw notFound();
  return withDates(record, work.resolver);
}

/** All actions of the plan as they stand. */
export function standingActions(work: PlanWork): ActionRecord[] {
  return Array.from(work.actions.values(), (record) => withDates(record, work.resolver));
}

/** Adds an action; without a position it comes last in its section. */
export function addAction(work: PlanWork, draft: ActionDraft, id: Id): ActionRecord {
  const { context } = draft;
  if (context.type !== 'room' || context.roomId !== work.room.id) throw notFound();
  const faults = faultsOfRoomDraft(draft, context, draftSetting(work));
  if (faults.length > 0) throw validation(faults);
  // It would take the place of what has this id.
  if (work.actions.has(id)) throw idConflict();
  assertSpace(work, 1);
  const position = draft.position ?? lastPosition(work, context.sectionId);
  const record = newAction({ ...draft, position }, id, doing(work));
  put(work, null, record, ['start', 'due']);
  return standing(work, id);
}

/** Edits an action; gives it as it stands then. */
export function editAction(work: PlanWork, id: Id, patch: ActionPatch): ActionRecord {
  const record = standing(work, id);
  assertMay(work, 'edit', record);
  const faults = faultsOfRoomPatch({ ...record, context: contextOf(record) }, patch, draftSetting(work));
  if (faults.length > 0) throw validation(faults);
  const edited = applyPatch(record, patch, doing(work));
  if (edited === record) return record;
  const { sectionId } = contextOf(edited);
  const moves = sectionId !== contextOf(record).sectionId && patch.position === undefined;
  const placed = moves ? { ...edited, position: lastPosition(work, sectionId) } : edited;
  // What is closed stands with the dates in force when it closed, whatever becomes of its rules.
  const next = isOpen(placed.state)
    ? placed
    : { ...placed, start: inForce(placed.start, record.start), due: inForce(placed.due, record.due) };
  put(work, record, next, ['start', 'due']);
  return standing(work, id);
}

/** Changes an action's state; gives it as it stands then. */
export function moveState(work: PlanWork, id: Id, to: ActionState): ActionRecord {
  const record = standing(work, id);
  assertMay(work, 'setState', record);
  const rule = refusedTransition(record, to, work.today);
  if (rule !== null) throw invalidTransition(rule, record.state, allowedTransitions(record, work.today));
  const changed = changeState(record, to, { ...doing(work), today: work.today });
  if (changed === record) return record;
  const { closed, assignee } = changed;
  const bound = closed !== null && assignee?.type === 'primaryContact';
  put(work, record, bound ? { ...changed, closed: { ...closed, contactId: work.room.primaryContactId } } : changed, []);
  return standing(work, id);
}

/** Takes an action out of the plan; refused where others rest on it, unless it is said what becomes of those. */
export function removeAction(work: PlanWork, id: Id, dependents?: Dependents): ActionRecord {
  const record = standing(work, id);
  assertMay(work, 'delete', record);
  letGo(work, new Set([id]), dependents);
  take(work, { type: 'removeAction', actionId: id });
  const gone = deletedAction(record, doing(work));
  work.actions.delete(id);
  work.removed.set(id, gone);
  return gone;
}

/** Takes a section out of the plan with its actions. */
export function removeSection(work: PlanWork, id: Id, dependents?: Dependents): SectionRecord {
  const section = work.sections.get(id);
  if (!section) throw notFound();
  const inside = standingActions(work).filter((record) => contextOf(record).sectionId === id);
  const ids = inside.map((record) => record.id);
  letGo(work, new Set([id, ...ids]), dependents);
  for (const record of inside) {
    take(work, { type: 'removeAction', actionId: record.id });
    work.actions.delete(record.id);
    work.removed.set(record.id, deletedAction(record, doing(work)));
  }
  take(work, { type: 'removeSection', sectionId: id });
  const gone = deletedSection(section, ids, doing(work));
  work.sections.delete(id);
  work.removedSections.set(id, gone);
  return gone;
}

/** Sets the room's clock, as `room` has it: the same moments may lie on other days there. */
export function setClock(work: PlanWork, room: RoomRecord): PlanWork {
  const { call } = work;
  const setting = roomSettingOf(room, call.workspace, call.now);
  take(work, { type: 'setting', setting });
  return { ...work, call: callInRooms(call, [room]), room, today: setting.today };
}

/** Brings an action back into the plan. */
export function returnAction(work: PlanWork, deleted: ActionRecord): ActionRecord {
  if (!work.sections.has(contextOf(deleted).sectionId)) throw forbidden('restore-section-first');
  assertSpace(work, 1);
  work.kept.set(deleted.id, deleted);
  put(work, null, restoredAction(deleted, doing(work)), []);
  return standing(work, deleted.id);
}

/** Brings a section back into the plan, with the actions that went with it. */
export function returnSection(work: PlanWork, deleted: SectionRecord, actions: readonly ActionRecord[]): SectionRecord {
  assertSpace(work, actions.length);
  const section = restoredSection(deleted, doing(work));
  work.keptSections.set(section.id, deleted);
  work.sections.set(section.id, section);
  take(work, { type: 'section', sectionId: section.id });
  for (const action of actions) returnAction(work, action);
  return section;
}

/** Refuses what the viewer may not do with an action of the plan. */
function assertMay({ call }: PlanWork, operation: ActionOperation, record: ActionRecord): void {
  const allowed = may(operation, record, call.access);
  if (allowed !== true) throw forbidden(allowed);
}

function assertSpace({ actions }: PlanWork, more: number): void {
  if (actions.size + more <= PLAN_ACTIONS_LIMIT) return;
  const message = `must be another room: a plan has at most ${PLAN_ACTIONS_LIMIT} actions`;
  throw validation([{ pointer: '/context/roomId', code: 'plan-full', message }]);
}

/** What becomes of the dates that rest on what goes. */
function letGo(work: PlanWork, deleted: ReadonlySet<Id>, dependents: Dependents | undefined): void {
  const now = roomPlanOf(work.sections.keys(), standingActions(work));
  const resting = dependentsOf(now, deleted);
  if (resting.length === 0) return;
  if (dependents === undefined) throw hasDependents(resting);
  for (const change of releasing(now, work.resolver, deleted, dependents)) {
    if (change.type !== 'action') continue;
    const record = standing(work, change.action.id);
    const { by, at } = doing(work);
    const released = (field: 'start' | 'due'): PlannedDateRecord | null => {
      const date = change.action[field];
      if (date?.rule === record[field]?.rule) return record[field];
      return date === null ? null : plannedDate({ rule: date.rule }, by, at);
    };
    const next = { start: released('start'), due: released('due') };
    put(work, record, { ...record, ...next, updatedAt: at, updatedBy: by, version: record.version + 1 }, []);
  }
}

/** Puts an action into the plan; where that closes a loop, or a date it makes cannot be written, the plan is as it was. */
function put(
  work: PlanWork,
  before: ActionRecord | null,
  after: ActionRecord,
  made: readonly ('start' | 'due')[],
): void {
  take(work, { type: 'action', action: planActionOf(after) });
  const beyond = made.filter((field) => {
    if (after[field] === (before?.[field] ?? null)) return false;
    const day = work.resolver.date(after.id, field)?.day ?? null;
    return day !== null && !isWritable(day);
  });
  if (beyond.length === 0) {
    work.actions.set(after.id, after);
    return;
  }
  work.changes.pop();
  work.resolver.apply([
    before === null ? { type: 'removeAction', actionId: after.id } : { type: 'action', action: planActionOf(before) },
  ]);
  throw validation(
    beyond.map((field) => ({
      pointer: `/${field}/rule`,
      code: 'out-of-range',
      message: 'must give a date from 1970-01-01 to 2199-12-31',
    })),
  );
}

function take(work: PlanWork, change: PlanChange): void {
  const { loop } = work.resolver.apply([change]);
  if (loop !== null) throw dependencyCycle(loop);
  work.changes.push(change);
}

function inForce(written: PlannedDateRecord | null, before: PlannedDateRecord | null): PlannedDateRecord | null {
  return written && { ...written, date: before?.date ?? null };
}

function draftSetting({ room, sections, actions }: PlanWork): RoomActionSetting {
  return { room, sectionIds: new Set(sections.keys()), actionIds: new Set(actions.keys()) };
}

function lastPosition({ actions }: PlanWork, sectionId: Id): string {
  let last: string | null = null;
  for (const { context, position } of actions.values()) {
    if (context.type !== 'room' || context.sectionId !== sectionId || position === null) continue;
    if (last === null || position > last) last = position;
  }
  return keyAfter(last);
}

function doing({ call }: PlanWork): Doing {
  return { by: call.viewer.id, at: call.at };
}

function contextOf({ context }: ActionRecord): RoomContext {
  if (context.type !== 'room') throw new TypeError('A plan holds actions of its room only.');
  return context;
}

function byId<T extends { id: Id }>(things: readonly T[]): Map<Id, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
